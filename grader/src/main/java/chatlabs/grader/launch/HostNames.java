package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The names of hosts that are known behind walls: without them even {@code localhost} is none. */
final class HostNames {
  /** Where they stand behind walls. */
  static final Path PLACE = Path.of("/etc/hosts");

  private static final String NAMES =
      "127.0.0.1 localhost " + Bubblewrap.HOST + "\n::1 localhost\n";

  private HostNames() {}

  /** The file of them in this folder; made, whole or not at all, when it is not there. */
  static Path in(Path folder) throws IOException {
    Path file = folder.resolve("hosts");
    if (Files.exists(file) && Files.readString(file, UTF_8).equals(NAMES)) {
      return file;
    }
    Path temporary = Files.createTempFile(folder, "hosts", ".tmp");
    Files.writeString(temporary, NAMES, UTF_8);
    if (Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
    }
    return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
