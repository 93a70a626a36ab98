package chatlabs.echo.checks;

import chatlabs.grader.check.StudentClass;

/** The student's EchoServer, as checks see it. */
@StudentClass("chatlabs.echo.EchoServer")
public interface Server {
  int port();

  void close();
}
