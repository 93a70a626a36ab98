package chatlabs.grader.host;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How much processor time processes have used. */
public final class CpuTime {
  private CpuTime() {}

  /** That of a process and its descendants that live; empty where the system does not tell. */
  public static Optional<Duration> of(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration::plus);
  }
}
