package chatlabs.grader.verdict;

/** How far one hand-in came on its way through the grader. */
public enum Status {
  /** It was compiled, started and judged. */
  GRADED("graded"),
  /** The compiler refused it. */
  COMPILE_ERROR("compile-error"),
  /** Every check met a TODO: nothing has been written yet. */
  NOT_STARTED("not-started"),
  /** Its program ended by itself again and again, so that nothing could pass. */
  CRASHED("crashed"),
  /** The grader could not judge it; a person has to look. */
  NOT_JUDGED("not-judged"),
  /** The lab's classes are not in it. */
  EMPTY("empty");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  /** The word that stands for this status in {@code results.json} and {@code grades.csv}. */
  public String label() {
    return label;
  }
}
