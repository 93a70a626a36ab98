package chatlabs.grader.channel;

/** Decides what becomes of each datagram. */
@FunctionalInterface
public interface Fates {
  /** Everything passes. */
  Fates PASS = arrival -> Fate.PASS;

  /** The fate of this one. Asked once for each, for one at a time; must be quick. */
  Fate of(Arrival arrival);
}
