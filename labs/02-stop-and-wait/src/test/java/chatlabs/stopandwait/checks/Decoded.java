package chatlabs.stopandwait.checks;

import chatlabs.grader.check.StudentClass;

/** One Frame of the student's, as checks see it. */
@StudentClass("chatlabs.stopandwait.Frame")
public interface Decoded {
  String type();

  int sequence();

  byte[] payload();

  byte[] encode();
}
