package chatlabs.echo.checks;

import chatlabs.grader.check.StudentClass;

/** The student's EchoClient, as checks see it. */
@StudentClass("chatlabs.echo.EchoClient")
public interface Client {
  String send(String line);

  void close();
}
