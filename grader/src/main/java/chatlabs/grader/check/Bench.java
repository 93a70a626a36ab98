package chatlabs.grader.check;

import chatlabs.grader.launch.InProcess;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.wire.Patience;
import chatlabs.grader.wire.TimeBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What a run of checks works with: one subject, one seed, one patience. JUnit gets it by name, as a
 * configuration parameter; where there is none, as under {@code mvn test}, the student's classes on
 * the class path are the subject.
 */
public final class Bench implements AutoCloseable {
  /** The configuration parameter that names the bench. */
  public static final String PARAMETER = "chatlabs.bench";

  private static final int PATIENT_WAITS = 4;
  private static final Duration UNLIMITED = Duration.ofDays(1);
  private static final Map<String, Bench> OPEN = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();
  private final Subject subject;
  private final long seed;
  private final Patience patience;
  private final AtomicInteger waitsInVain = new AtomicInteger();
  private final Map<String, Integer> hangs = new ConcurrentHashMap<>();

  private final TimeBudget budget;
  private final Runnable onClose;
  private volatile boolean interrupted;
  private volatile boolean alone;
  private volatile Consumer<List<Event>> recorder = events -> {};

  private Bench(Subject subject, long seed, Patience patience, Duration budget, Runnable onClose) {
    this.subject = subject;
    this.seed = seed;
    this.patience = patience;
    this.budget = new TimeBudget(budget);
    this.onClose = onClose;
  }

  /**
   * Opens a bench; it can be named until it is closed. The subject stays the caller's.
   *
   * @param budget after this time no further check begins: each fails at once, saying so
   */
  public static Bench open(Subject subject, long seed, Patience patience, Duration budget) {
    var bench = new Bench(subject, seed, patience, budget, () -> {});
    OPEN.put(bench.name, bench);
    return bench;
  }

  /** The bench of this name. */
  static Bench named(String name) {
    var bench = OPEN.get(name);
    if (bench == null) {
      throw new IllegalStateException("no bench of the name " + name);
    }
    return bench;
  }

  /** A bench for the student's classes on the class path of this JVM. */
  static Bench inProcess() {
    var subject = new InProcess(Thread.currentThread().getContextClassLoader());
    return new Bench(subject, Seeds.ofThisJvm(), Patience.USUAL, UNLIMITED, subject::close);
  }

  /** Has the events of each check told to this recorder when the check is over. */
  public void record(Consumer<List<Event>> newRecorder) {
    recorder = newRecorder;
  }

  /** Whether each check from now on begins in a process that no other has used. */
  public void setAlone(boolean alone) {
    this.alone = alone;
  }

  boolean isAlone() {
    return alone;
  }

  /** The check of this transcript is over. */
  void recorded(Transcript transcript) {
    recorder.accept(transcript.events());
  }

  /** What {@link #PARAMETER} has to be set to. */
  public String name() {
    return name;
  }

  Subject subject() {
    return subject;
  }

  long seed() {
    return seed;
  }

  /**
   * How long a check waits now. A program that has let several checks wait in vain is not given the
   * full time again and again; a correct one never gets that far.
   */
  Patience patience() {
    int vain = waitsInVain.get();
    int part = vain < PATIENT_WAITS ? 1 : vain < 2 * PATIENT_WAITS ? 3 : 6;
    return new Patience(patience.base().dividedBy(part));
  }

  /**
   * A check is about to begin.
   *
   * @throws CheckFailed when the program has used up its time, or somebody wants an end of it all
   */
  void demandTime() {
    noteInterruption();
    if (interrupted) {
      throw new CheckFailed("interrupted", Evidence.NONE, null);
    }
    if (budget.isSpent()) {
      throw timeUsedUp(
          "the checks before this one waited "
              + budget.length().toSeconds()
              + " s for this program");
    }
    var usedUp = subject.usedUp();
    if (usedUp.isPresent()) {
      throw timeUsedUp("in the checks before this one the program took " + usedUp.get());
    }
  }

  private static CheckFailed timeUsedUp(String how) {
    return new CheckFailed("time used up: " + how, Evidence.NONE, null);
  }

  /** Keeps in mind that this thread was interrupted: JUnit clears its flag after each check. */
  void noteInterruption() {
    if (Thread.currentThread().isInterrupted()) {
      interrupted = true;
    }
  }

  /** Whether the thread of the checks was interrupted in one of them: what they found is void. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** How often this call has hung; one that hangs again and again is not made any more. */
  int hangs(String call) {
    return hangs.getOrDefault(call, 0);
  }

  /** This call has hung. */
  void hung(String call) {
    hangs.merge(call, 1, Integer::sum);
  }

  /** A check has just waited until its deadline. */
  void waitedInVain() {
    waitsInVain.incrementAndGet();
  }

  @Override
  public void close() {
    OPEN.remove(name);
    onClose.run();
  }
}
