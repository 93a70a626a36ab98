package chatlabs.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFolderTest {
  @TempDir Path temp;

  @Test
  void files_are_copied_for_all_to_read_and_links_as_links() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "permissions and links as on Linux");
    Path from = Files.createDirectories(temp.resolve("from/src")).getParent();
    Path secret = Files.writeString(temp.resolve("secret"), "secret");
    Files.writeString(from.resolve("src/server.py"), "print()");
    Files.writeString(from.resolve("run"), "#!/bin/sh");
    Files.setPosixFilePermissions(
        from.resolve("run"), PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        from.resolve("src/server.py"), PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(from.resolve("link"), secret);
    Path to = temp.resolve("to");

    ProgramFolder.copy(from, to);

    assertThat(permissions(to.resolve("src/server.py"))).isEqualTo("rw-r--r--");
    assertThat(permissions(to.resolve("run"))).isEqualTo("rwxr-xr-x");
    assertThat(permissions(to.resolve("src"))).isEqualTo("rwxr-xr-x");
    assertThat(to.resolve("src/server.py")).hasContent("print()");
    assertThat(to.resolve("link")).isSymbolicLink();
    assertThat(permissions(secret)).isNotEqualTo("rwxr-xr-x");
  }

  @Test
  void what_is_too_large_is_refused_by_name() throws IOException {
    Path from = Files.createDirectory(temp.resolve("from"));
    try (var file = new RandomAccessFile(from.resolve("huge").toFile(), "rw")) {
      file.setLength(300L << 20); // a hole, on most systems
    }

    assertThatThrownBy(() -> ProgramFolder.copy(from, temp.resolve("to")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("256 MiB")
        .hasMessageContaining("huge");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
