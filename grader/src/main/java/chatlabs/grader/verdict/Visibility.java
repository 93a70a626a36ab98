package chatlabs.grader.verdict;

/** Who may see a check. */
public enum Visibility {
  /** The check comes with the lab; students run it themselves. */
  PUBLIC("public"),
  /** The check comes with the solution; students see its result only. */
  HIDDEN("hidden");

  private final String label;

  Visibility(String label) {
    this.label = label;
  }

  /** The word that stands for this visibility in {@code results.json}. */
  public String label() {
    return label;
  }
}
