package chatlabs.rooms.checks;

import chatlabs.grader.check.OwnProcess;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Hashing that takes minutes, in a server with a process of its own. It is seen by the processor
 * time that it takes: until then, an answer that needs no hashing has come, however busy the
 * machine is.
 */
final class Hashing {
  /**
   * A cost at which it takes minutes: no check waits for the end of it. Virtual threads run on as
   * many processors as the machine has, as they do where a server is used; elsewhere the kit lets
   * more of them run at a time, which hides one that gives its processor to no other.
   */
  static final Map<String, String> ENDLESS =
      Map.of(
          House.ITERATIONS,
          "200000000",
          "jdk.virtualThreadScheduler.parallelism",
          String.valueOf(Runtime.getRuntime().availableProcessors()));

  /** Far more than anything else takes that the server has to do then, and has done before. */
  private static final Duration WORK = Duration.ofMillis(200);

  /** Long, for a machine that is busy with other things; nobody who hashes needs it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Where processor time is not known, silence has to do. */
  private static final Duration QUIET = Duration.ofMillis(150);

  private Hashing() {}

  /** Demands that the server hashes, and has answered none of these meanwhile. */
  static void demand(OwnProcess server, List<User> waiting, Trial trial) {
    var before = server.used();
    if (before.isEmpty()) {
      waiting.forEach(user -> user.isStillWaiting(QUIET));
      return;
    }
    var enough = before.get().plus(WORK);
    boolean works =
        trial.eventually(
            PATIENCE,
            () ->
                waiting.stream().anyMatch(User::hasNews)
                    || server.used().filter(used -> used.compareTo(enough) >= 0).isPresent());
    waiting.forEach(user -> user.isStillWaiting(Duration.ZERO));
    if (!works) {
      throw trial.mismatch(Outcome.SILENCE, "the server to hash", "it does nothing, and is silent");
    }
  }
}
