package chatlabs.grader.handout;

/**
 * One thing in a page that does not hold (any more).
 *
 * @param page the page's path in the kit, with slashes
 * @param line where in it, from 1; 0 for something that is missing from the whole page
 */
public record Problem(String page, int line, String what) {

  /** As compilers write it: {@code handouts/01-echo.md:12: what}. */
  @Override
  public String toString() {
    return line > 0 ? page + ":" + line + ": " + what : page + ": " + what;
  }
}
