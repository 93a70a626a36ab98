package chatlabs.grader.soak;

import chatlabs.grader.selfcheck.Deviation;
import java.util.List;
import java.util.Locale;

/** Says what was not as expected in a grading, and how to see it again. */
public final class Told {
  private final String lab;
  private final int load;

  /**
   * For the gradings of a lab.
   *
   * @param lab the number that it is asked for by
   * @param load how many processes keep the cores busy
   */
  public Told(int lab, int load) {
    this.lab = String.format(Locale.ROOT, "%02d", lab);
    this.load = load;
  }

  /** A paragraph on this grading, which was not as expected. */
  public String of(Entry entry) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "NOT AS EXPECTED: %s %s, seed %d, %s, load average %.2f, at %s%n",
            entry.kind().name().toLowerCase(Locale.ROOT),
            entry.variant(),
            entry.seed(),
            entry.busy() ? "busy" : "idle",
            entry.load(),
            entry.date()));
    entry.deviations().forEach(deviation -> add(deviation, text));
    again(entry).forEach(command -> line(text, "again", command));
    return text.toString();
  }

  private static void add(Deviation deviation, StringBuilder text) {
    if (!deviation.check().isEmpty()) {
      line(text, "check", deviation.check());
    }
    if (!deviation.expected().isEmpty()) {
      line(text, "expected", deviation.expected());
    }
    line(text, "seen", deviation.seen());
    lines(text, "message", deviation.message());
    lines(text, "wire", deviation.evidence());
  }

  /** Several lines, each below the other; nothing of nothing. */
  private static void lines(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      line(text, name, value.stripTrailing().replace("\n", "\n             "));
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-9s  %s%n", name, value));
  }

  /** The same names, texts and order; a grading that was busy also while the machine is busy. */
  private List<String> again(Entry entry) {
    String name = " " + lab + " --only " + entry.variant();
    String others = entry.isInPart() ? " --others " + entry.others() : "";
    String soak = "./chatlab soak" + name + others;
    String alone = " --seed " + entry.seed();
    String idle =
        entry.isInPart()
            ? soak + " --runs 1 --fault-runs 1" + alone
            : "./chatlab selfcheck" + name + alone;
    return entry.busy()
        ? List.of(
            idle,
            soak
                + " --runs 2 --fault-runs 2 --load "
                + Math.max(1, load)
                + " --seed "
                + Plan.seedOfTwo(entry.seed())
                + "   # the second of them")
        : List.of(idle);
  }
}
