package chatlabs.grader.lab;

/**
 * One public class that a hand-in must offer.
 *
 * @param simpleName {@code EchoServer}
 * @param packageName {@code chatlabs.echo}
 */
public record Role(String simpleName, String packageName) {

  /** The name with its package: {@code chatlabs.echo.EchoServer}. */
  public String className() {
    return packageName + "." + simpleName;
  }
}
