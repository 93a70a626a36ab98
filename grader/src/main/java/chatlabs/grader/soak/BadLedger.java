package chatlabs.grader.soak;

/** A ledger that cannot be gone on with; the message says why, and what to do instead. */
public final class BadLedger extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadLedger(String message) {
    super(message);
  }
}
