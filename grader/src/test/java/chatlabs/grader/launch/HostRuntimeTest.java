package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HostRuntimeTest {
  @TempDir Path folder;

  @Test
  void archives_are_made_once_and_broken_ones_break_nothing() throws IOException {
    HostRuntime.prepare(folder, Tier.BASIC);
    var made = files();
    assertThat(made).hasSize(4); // the jar, the archive, when they were last used, names of hosts

    Path jar = file(".jar");
    Path archive =
        made.stream()
            .filter(each -> each.toString().matches(".*\\.(aot|jsa)"))
            .findFirst()
            .orElseThrow();
    byte[] whole = Files.readAllBytes(jar);
    Files.write(jar, "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    try (var channel =
        java.nio.channels.FileChannel.open(archive, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }

    var runtime = HostRuntime.prepare(folder, Tier.NONE);

    assertThat(Files.readAllBytes(jar)).isEqualTo(whole);
    assertThat(files()).hasSize(4);
    try (var child = new ChildJvm(runtime, folder)) {
      child.fresh(failure -> {});
      assertThat(child.make("java.lang.Object", List.of()).join()).isNotNull();
    }
  }

  @Test
  void its_identity_names_what_verdicts_may_depend_on() throws IOException {
    var none = HostRuntime.prepare(folder, Tier.NONE).identity();

    assertThat(none)
        .isEqualTo(HostRuntime.prepare(folder, Tier.NONE).identity())
        .isNotEqualTo(HostRuntime.prepare(folder, Tier.BASIC).identity())
        .contains(file(".jar").getFileName().toString(), Runtime.version().toString())
        .contains(JvmOptions.forHandIn());
  }

  @Test
  void what_earlier_builds_left_is_deleted_when_nobody_has_used_it_for_days() throws IOException {
    HostRuntime.prepare(folder, Tier.NONE);
    var mine = files();
    for (String other : List.of("host-old.jar", "host-old.jar-25.aot", "host-new.jar")) {
      Files.createFile(folder.resolve(other));
    }
    var longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(3)));
    Files.setLastModifiedTime(Files.createFile(folder.resolve("host-old.jar.used")), longAgo);
    Files.createFile(folder.resolve("host-new.jar.used"));

    HostRuntime.prepare(folder, Tier.NONE);

    assertThat(files())
        .containsAll(mine)
        .contains(folder.resolve("host-new.jar"))
        .noneMatch(each -> each.toString().contains("old"));
  }

  private Path file(String end) throws IOException {
    return files().stream().filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
