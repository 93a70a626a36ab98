package chatlabs.stopandwait.checks;

import chatlabs.grader.check.StudentClass;

/** The student's Receiver, as checks see it. */
@StudentClass("chatlabs.stopandwait.Receiver")
public interface ReceiverRole {
  int port();

  byte[] receive();

  void close();
}
