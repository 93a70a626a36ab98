package chatlabs.grader.check;

import chatlabs.grader.host.Ref;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.launch.Launched;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.wire.Bell;
import chatlabs.grader.wire.Deadline;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The calls of one check into its subject: each is waited for, at most until a deadline. */
final class Calls implements AutoCloseable {
  private static final Duration CLEANING = Duration.ofMillis(500);
  private static final Duration REPORTING = Duration.ofMillis(300);

  private static final Duration ENDLESS = Duration.ofDays(1);

  /** How much longer than a call a new process may take to listen. */
  private static final int PATIENCES_FOR_A_PROCESS = 5;

  /** A constructor that has hung so often is not called again: it would take minutes. */
  private static final int ENOUGH_HANGS = 3;

  private final Bench bench;
  private final Subject subject;
  private final Patience patience;
  private final Transcript transcript;
  private final Bell bell = new Bell(this::alarm);
  private final ConcurrentLinkedQueue<Ref> made = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Boolean> unhurried = ThreadLocal.withInitial(() -> false);
  private volatile @Nullable Failure trouble;
  private volatile boolean over;

  Calls(Bench bench, Transcript transcript) {
    this.bench = bench;
    this.transcript = transcript;
    this.subject = bench.subject();
    this.patience = bench.patience();
    if (bench.isAlone()) {
      subject.leave();
    }
    subject.fresh(this::troubled);
  }

  /** Begins again, in a new process where the program has one of its own. */
  void startAnew() {
    if (!made.isEmpty()) {
      throw new IllegalStateException("a new process comes before the first object");
    }
    subject.leave();
    subject.fresh(this::troubled);
  }

  Bell bell() {
    return bell;
  }

  @Nullable Failure trouble() {
    return trouble;
  }

  Ref make(String className, List<?> arguments) {
    String call = "new " + simple(className) + "(" + shown(arguments) + ")";
    if (bench.hangs(call) >= ENOUGH_HANGS) {
      String actual =
          "it did not return in " + ENOUGH_HANGS + " tries before, and was not tried again";
      throw mismatch(Outcome.HUNG, call + " to return", actual);
    }
    Ref ref = constructed(call, subject.make(className, arguments));
    made.add(ref);
    return ref;
  }

  private Ref constructed(String call, CompletableFuture<Ref> future) {
    try {
      return await(call, future);
    } catch (Mismatch hung) {
      bench.hung(call);
      throw hung;
    }
  }

  Launched launch(String className, List<?> arguments, Map<String, String> properties) {
    String call = simple(className) + ".main(" + shown(arguments) + ")";
    transcript.remark("grader", "starts " + call + " in a process of its own");
    var deadline = patience.deadline(patience.base().multipliedBy(PATIENCES_FOR_A_PROCESS));
    String wanted = call + " to print LISTENING and its port";
    var words = arguments.stream().map(String::valueOf).toList();
    return awaited(wanted, subject.launch(className, words, properties), deadline);
  }

  @Nullable Object call(Ref target, String method, List<?> arguments) {
    String call = simple(target.className()) + "." + method + "(" + shown(arguments) + ")";
    return await(call, subject.call(target, method, arguments));
  }

  @Nullable Object callStatic(String className, String method, List<?> arguments) {
    String call = simple(className) + "." + method + "(" + shown(arguments) + ")";
    return await(call, subject.callStatic(className, method, arguments));
  }

  List<String> strayThreads() {
    return await("looking at the program's threads", subject.strayThreads());
  }

  /** Waits a moment for trouble to be reported; ends with the report. */
  void awaitTrouble() {
    bell.await(() -> trouble != null, new Patience(REPORTING).deadline());
  }

  /**
   * Does something on this thread whose calls have no deadline of their own: who waits for it has
   * one. It ends with the check at the latest.
   */
  <T extends @Nullable Object> T unhurried(Callable<T> work) throws Exception {
    unhurried.set(true);
    try {
      return work.call();
    } finally {
      unhurried.remove();
    }
  }

  /** Waits for what a call gives, at most as long as for anything that should come at once. */
  <T extends @Nullable Object> T await(String call, CompletableFuture<T> future) {
    if (unhurried.get()) {
      return awaitEndlessly(future);
    }
    return await(call, future, patience.base());
  }

  private <T extends @Nullable Object> T awaitEndlessly(CompletableFuture<T> future) {
    var unused = future.whenComplete((value, thrown) -> bell.ring(() -> {}));
    bell.await(() -> future.isDone() || over, Deadline.fixed(ENDLESS));
    if (!future.isDone()) {
      throw new IllegalStateException("the check is over");
    }
    return Futures.value(future);
  }

  /** Waits for what a call gives; the protocol gives it so long on an ordinary machine. */
  <T extends @Nullable Object> T await(String call, CompletableFuture<T> future, Duration length) {
    return awaited(call + " to return", future, patience.deadline(length));
  }

  private <T extends @Nullable Object> T awaited(
      String what, CompletableFuture<T> future, Deadline deadline) {
    if (!isDone(future, deadline)) {
      String actual = "nothing within " + deadline.waited().toMillis() + " ms";
      throw mismatch(Outcome.HUNG, what, actual);
    }
    return Futures.value(future);
  }

  /** Something to throw: notes the divergence in the transcript. */
  Mismatch mismatch(Outcome outcome, String expected, String actual) {
    transcript.diverges("grader", expected, actual);
    return new Mismatch(outcome, "grader", expected, actual);
  }

  private boolean isDone(CompletableFuture<?> future, Deadline deadline) {
    var unused = future.whenComplete((value, thrown) -> bell.ring(() -> {}));
    return bell.await(future::isDone, deadline);
  }

  /** Closes what the check made and did not close itself; the student's close may be anything. */
  @Override
  public void close() {
    bell.ring(() -> over = true);
    boolean wait = true;
    for (var ref : made) {
      var closing = subject.call(ref, "close", List.of());
      wait = wait && waited(closing);
    }
  }

  private boolean waited(CompletableFuture<?> closing) {
    try {
      isDone(closing, Deadline.fixed(CLEANING));
      return true;
    } catch (RuntimeException alarmed) { // the program is gone, or has met a TODO
      return false;
    }
  }

  /** A TODO in a thread of the program, or its end, ends every wait. */
  private void alarm() {
    var seen = trouble;
    if (seen != null && rank(seen) > 0) {
      throw seen;
    }
  }

  /** A call beside the check's own thread has met this; a TODO ends all waits. */
  void met(Throwable thrown) {
    if (thrown instanceof Failure.Threw threw && threw.thrown().isTodo()) {
      troubled(threw);
    }
  }

  private void troubled(Failure failure) {
    bell.ring(
        () -> {
          var seen = trouble;
          if (seen == null || rank(failure) > rank(seen)) {
            trouble = failure;
          }
        });
  }

  /** What says more about the program: any exception, less than its end, less than a TODO. */
  private static int rank(Failure failure) {
    return switch (failure) {
      case Failure.Threw threw -> threw.thrown().isTodo() ? 2 : 0;
      case Failure.Ended ended -> 1;
      case Failure.Absent absent -> 0;
      case Failure.OutOfReach outOfReach -> 0;
    };
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String shown(List<?> arguments) {
    return String.join(", ", arguments.stream().map(Shown::value).toList());
  }
}
