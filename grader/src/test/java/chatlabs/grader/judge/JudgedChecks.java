package chatlabs.grader.judge;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Checks that need no program; {@link JudgeTest} has them judged, surefire does not run them. */
class JudgedChecks {
  static final ConcurrentLinkedQueue<String> RUNS = new ConcurrentLinkedQueue<>();
  static final ConcurrentLinkedQueue<String> WORDS = new ConcurrentLinkedQueue<>();
  static volatile CountDownLatch waiting = new CountDownLatch(1);

  @Check(requirement = "J-3", points = 1, hint = "", todo = 1)
  void passes(Trial trial) {
    RUNS.add("passes");
  }

  @Check(requirement = "J-2", points = 2, hint = "Look at it.", todo = 2)
  void fails(Trial trial) {
    RUNS.add("fails");
    trial.equal("the run", "right", "wrong " + RUNS.size());
  }

  @Check(requirement = "J-1", points = 3, hint = "Look at it.", todo = 2)
  void fails_at_first(Trial trial) {
    RUNS.add("fails_at_first");
    trial.equal("the run", 2L, RUNS.stream().filter("fails_at_first"::equals).count());
  }

  @Check(requirement = "J-2", points = 1, hint = "", todo = 2)
  void breaks(Trial trial) {
    RUNS.add("breaks");
    throw new IndexOutOfBoundsException("the author's mistake");
  }

  @Check(requirement = "J-2", points = 1, hint = "", todo = 2)
  void fails_and_notes_its_words(Trial trial) {
    WORDS.add(trial.words().sentence() + trial.random().nextLong());
    trial.equal("the run", 1, 2);
  }

  @Check(requirement = "J-2", points = 1, hint = "", todo = 2)
  void waits(Trial trial) {
    waiting.countDown();
    trial.equal("it", true, trial.eventually(Duration.ofMinutes(1), () -> false));
  }

  void is_no_check() {
    throw new IllegalStateException("it has no annotation");
  }

  static void forget() {
    List.of(RUNS, WORDS).forEach(ConcurrentLinkedQueue::clear);
    waiting = new CountDownLatch(1);
  }
}
