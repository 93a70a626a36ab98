package chatlabs.grader.transcript;

/** What one end of a TCP connection can do to it besides sending bytes (RFC 9293). */
public enum Signal {
  /** The connection was opened. */
  CONNECT("connects"),
  /** The connection was refused: nobody listens there. */
  REFUSED("connection refused"),
  /** The sender will send no more (FIN): half-close, or the first half of a close. */
  END_OF_STREAM("end of stream"),
  /** The connection was torn down (RST). */
  RESET("reset");

  private final String words;

  Signal(String words) {
    this.words = words;
  }

  /** How diagrams name it. */
  public String words() {
    return words;
  }
}
