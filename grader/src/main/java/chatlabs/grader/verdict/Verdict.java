package chatlabs.grader.verdict;

/** What was found out about one check of one hand-in. */
public enum Verdict {
  /** The program did what the requirement asks for. */
  PASSED("passed"),
  /** The program was seen to break the requirement, in every repeat. */
  FAILED("failed"),
  /** The check met a starter method that still throws its TODO. */
  NOT_STARTED("not-started"),
  /** Repeats of the check disagree; a person has to look. It earns nothing until then. */
  UNSTABLE("unstable"),
  /** The grader's own trouble, or out of reach for this kind of subject; leaves the maximum. */
  NOT_JUDGED("not-judged");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The word that stands for this verdict in {@code results.json} and in reports. */
  public String label() {
    return label;
  }
}
