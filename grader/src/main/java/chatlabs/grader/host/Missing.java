package chatlabs.grader.host;

/** A public class, constructor or method that the lab asks for is not there. */
public final class Missing extends Exception {
  private static final long serialVersionUID = 1L;

  private final String wanted;
  private final String found;

  /**
   * Says what was looked for and what there is instead.
   *
   * @param wanted for people: "public EchoServer(int)"
   * @param found the nearest that is there, for people
   */
  public Missing(String wanted, String found) {
    super(wanted + " is missing; " + found);
    this.wanted = wanted;
    this.found = found;
  }

  /** What was looked for. */
  public String wanted() {
    return wanted;
  }

  /** What there is instead. */
  public String found() {
    return found;
  }
}
