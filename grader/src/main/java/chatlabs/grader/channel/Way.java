package chatlabs.grader.channel;

/** The two directions of a channel. */
public enum Way {
  /** From the program that sends to the channel, to the one that the channel stands before. */
  FORTH,
  /** What that one answers. */
  BACK;

  /** The other direction. */
  public Way other() {
    return this == FORTH ? BACK : FORTH;
  }
}
