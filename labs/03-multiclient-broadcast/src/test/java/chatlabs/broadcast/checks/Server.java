package chatlabs.broadcast.checks;

import chatlabs.grader.check.StudentClass;

/** The student's BroadcastServer, as checks see it. */
@StudentClass("chatlabs.broadcast.BroadcastServer")
public interface Server {
  int port();

  void close();
}
