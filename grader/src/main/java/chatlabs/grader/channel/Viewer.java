package chatlabs.grader.channel;

import chatlabs.grader.transcript.Leg;

/** Sees what a channel does. Called for one thing at a time, before it has any effect. */
public interface Viewer {
  /**
   * A datagram has come, and arrives at once ({@link Leg#WHOLE}) or not ({@link Leg#FIRST}); or one
   * that had waited arrives now ({@link Leg#SECOND}).
   */
  void sees(Passage passage, Leg leg);

  /** Something else that somebody should know. */
  default void remarks(String what) {}
}
