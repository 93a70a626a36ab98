package chatlabs.grader.soak;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.selfcheck.Deviation;
import chatlabs.grader.selfcheck.Selfcheck.Outcome;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One grading: a line of the ledger.
 *
 * @param date when it was done, in UTC
 * @param kind what is known of the variant
 * @param variant its name
 * @param digest of its sources and of what has to catch it, as {@link Fingerprint} makes it
 * @param seed where names, texts and order came from
 * @param busy whether other processes were to keep the cores busy
 * @param load the machine's load average when it was done; negative where there is none
 * @param others how many of the checks that must not fail it was judged by; {@link Sample#ALL} where
 *     it was judged by all checks of the lab
 * @param expected whether all verdicts were as expected
 * @param millis how long it took
 * @param deviations the verdicts that were not as expected
 */
public record Entry(
    Instant date,
    Variant.Kind kind,
    String variant,
    String digest,
    long seed,
    boolean busy,
    double load,
    int others,
    boolean expected,
    long millis,
    List<Deviation> deviations) {
  public Entry {
    deviations = List.copyOf(deviations);
  }

  /** What came of a turn that was taken just now. */
  static Entry of(Outcome outcome, boolean busy) {
    var variant = outcome.turn().variant();
    return new Entry(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        variant.kind(),
        variant.name(),
        Fingerprint.of(variant),
        outcome.turn().seed(),
        busy,
        Math.round(loadAverage() * 100) / 100.0,
        othersOf(outcome),
        outcome.deviations().isEmpty(),
        outcome.verdict().millis(),
        outcome.deviations());
  }

  private static int othersOf(Outcome outcome) {
    var checks = outcome.turn().checks();
    return checks.isEmpty()
        ? Sample.ALL
        : checks.size() - outcome.turn().variant().caughtBy().size();
  }

  /** Whether it was judged by some of the checks only. */
  boolean isInPart() {
    return others != Sample.ALL;
  }

  /** Whether it is of this variant as it is now. */
  boolean isOf(Variant other) {
    return isNamed(other) && digest.equals(Fingerprint.of(other));
  }

  /** Whether it is of this variant as it was before somebody changed it. */
  boolean isOfEarlier(Variant other) {
    return isNamed(other) && !isOf(other);
  }

  private boolean isNamed(Variant other) {
    return kind == other.kind() && variant.equals(other.name());
  }

  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
