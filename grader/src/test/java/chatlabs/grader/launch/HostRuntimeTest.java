package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(made).hasSize(2);

    Path jar = file(".jar");
    Path archive = made.stream().filter(each -> !each.equals(jar)).findFirst().orElseThrow();
    byte[] whole = Files.readAllBytes(jar);
    Files.write(jar, "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    try (var channel =
        java.nio.channels.FileChannel.open(archive, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }

    var runtime = HostRuntime.prepare(folder, Tier.NONE);

    assertThat(Files.readAllBytes(jar)).isEqualTo(whole);
    assertThat(files()).hasSize(2);
    try (var child = new ChildJvm(runtime, folder)) {
      child.fresh(failure -> {});
      assertThat(child.make("java.lang.Object", List.of()).join()).isNotNull();
    }
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
