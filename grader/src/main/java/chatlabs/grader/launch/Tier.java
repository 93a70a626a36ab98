package chatlabs.grader.launch;

/** How well hand-ins are kept apart from the machine, and from one another. */
public enum Tier {
  /** A process of its own with limits, killed with all its descendants; the same user, no walls. */
  BASIC("basic"),
  /** A process of its own, and no limits but the size of its heap. */
  NONE("none");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** How reports name it, with what this machine gives for it. */
  public String description() {
    return switch (this) {
      case NONE -> label + ": a JVM of its own for each hand-in, without limits";
      case BASIC -> label + ": a JVM of its own for each hand-in, " + limits();
    };
  }

  /** The limits that hold in this tier on this machine. */
  Limits limitsHere() {
    return this == BASIC ? Limits.USUAL : Limits.NONE;
  }

  private static String limits() {
    return Limits.USUAL.prlimit()
        ? "with limits on memory, CPU time, file size and output; same user, no walls"
        : "with limits on memory and output (CPU time and file size need Linux's prlimit);"
            + " same user, no walls";
  }
}
