package chatlabs.stopandwait.checks;

import chatlabs.grader.check.StudentClass;

/** The student's Sender, as checks see it. */
@StudentClass("chatlabs.stopandwait.Sender")
public interface SenderRole {
  void send(byte[] payload);

  void close();
}
