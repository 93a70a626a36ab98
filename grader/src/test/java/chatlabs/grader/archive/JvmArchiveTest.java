package chatlabs.grader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmArchiveTest {
  private static final Path JAR = Path.of("host-1234.jar");

  @TempDir private Path jdk;

  @Test
  void its_name_begins_with_the_jar_s_and_stays_with_the_jdk() throws IOException {
    write("classes", 1);

    assertThat(JvmArchive.name(JAR, jdk))
        .startsWith("host-1234.jar-")
        .doesNotContain(" ")
        .isEqualTo(JvmArchive.name(JAR, jdk));
  }

  @Test
  void a_jdk_that_is_replaced_in_place_gets_another_archive() throws IOException {
    write("classes", 1);
    String before = JvmArchive.name(JAR, jdk);

    write("classes", 2);

    assertThat(JvmArchive.name(JAR, jdk)).isNotEqualTo(before);
  }

  @Test
  void a_jdk_elsewhere_gets_another_archive(@TempDir Path other) throws IOException {
    assertThat(JvmArchive.name(JAR, jdk)).isNotEqualTo(JvmArchive.name(JAR, other));
  }

  private void write(String classes, int second) throws IOException {
    Path modules = Files.createDirectories(jdk.resolve("lib")).resolve("modules");
    Files.writeString(modules, classes);
    Files.setLastModifiedTime(modules, FileTime.from(Instant.ofEpochSecond(second)));
  }
}
