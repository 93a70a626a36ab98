package chatlabs.broadcast.checks;

import chatlabs.grader.check.StudentClass;
import chatlabs.grader.host.Ref;

/** The student's ChatClient, as checks see it. */
@StudentClass("chatlabs.broadcast.ChatClient")
public interface Client {
  void run(Ref in, Ref out);

  void close();
}
