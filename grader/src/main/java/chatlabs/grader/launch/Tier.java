package chatlabs.grader.launch;

/** How well hand-ins are kept apart from the machine, and from one another. */
public enum Tier {
  /** Behind the walls of {@link Bubblewrap}, with limits, and gone whole when its turn ends. */
  STRICT("strict"),
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
      case STRICT ->
          label
              + ": each hand-in behind walls of its own (bubblewrap: processes, files, users,"
              + " network), "
              + limits();
      case NONE -> label + ": a process of its own for each hand-in, without limits, " + user();
      case BASIC -> label + ": a process of its own for each hand-in, " + limits() + "; " + user();
    };
  }

  /** The best tier that this machine gives. */
  public static Tier best() {
    return Bubblewrap.refusal().isEmpty() ? STRICT : BASIC;
  }

  /** How reports name it where each hand-in has a user of its own. */
  public String descriptionWithOwnUsers() {
    return label
        + ": a process of its own for each hand-in, "
        + limits()
        + ", as a user of its own without rights; no walls";
  }

  private static String user() {
    return HandInUser.isRoot()
        ? "as ROOT: a hostile hand-in can destroy this machine"
        : "as the same user, no walls";
  }

  /** The limits that hold in this tier on this machine. */
  Limits limitsHere() {
    return this == NONE ? Limits.NONE : Limits.USUAL;
  }

  private static String limits() {
    return Limits.USUAL.prlimit()
        ? "with limits on memory, CPU time, file size and output"
        : "with limits on memory and output (CPU time and file size need Linux's prlimit)";
  }
}
