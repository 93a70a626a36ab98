package chatlabs.grader.wire;

/** Ends waits early when there is no point in waiting: the program has met a TODO, or is gone. */
@FunctionalInterface
public interface Alarm {
  /** No reason to end a wait early. */
  Alarm NONE = () -> {};

  /** Throws what ends the wait; returns when the wait may go on. Called often; must be quick. */
  void check();
}
