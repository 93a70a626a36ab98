package chatlabs.grader.transcript;

/** What a channel can do to a datagram besides passing it on. */
public enum Mishap {
  /** It does not arrive. */
  LOST("lost"),
  /** It arrives more than once. */
  DOUBLED("doubled"),
  /** Other bytes arrive than were sent. */
  DAMAGED("damaged"),
  /** It arrives after something that was sent later. */
  HELD("held"),
  /** It arrives after a time. */
  DELAYED("delayed");

  private final String words;

  Mishap(String words) {
    this.words = words;
  }

  /** How diagrams name it. */
  public String words() {
    return words;
  }
}
