package chatlabs.rooms.checks;

import chatlabs.grader.check.StudentClass;

/** The student's RoomsServer, as checks see it. */
@StudentClass("chatlabs.rooms.RoomsServer")
public interface Server {
  int port();

  void close();
}
