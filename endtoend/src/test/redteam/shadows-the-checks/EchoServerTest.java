package chatlabs.echo.checks;

/** Wants to be the check that it has to pass. */
public final class EchoServerTest {
  void acknowledges_each_line_with_its_number() {}
}
