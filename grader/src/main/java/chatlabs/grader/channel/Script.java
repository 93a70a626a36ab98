package chatlabs.grader.channel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Fates by rules: "lose the first acknowledgement of frame 3". The rule that was added first
 * decides; what no rule is for, others decide. Rules may be added while the channel runs, from any
 * thread.
 */
public final class Script implements Fates {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private volatile Fates others;

  private record Rule(Predicate<Arrival> fits, Fate fate, AtomicInteger left) {
    boolean takes(Arrival arrival) {
      return left.get() > 0 && fits.test(arrival) && left.getAndDecrement() > 0;
    }
  }

  /** Rules for a channel on which all else passes. */
  public Script() {
    this(Fates.PASS);
  }

  /** Rules for a channel of which all else is for these to decide. */
  public Script(Fates others) {
    this.others = others;
  }

  /**
   * This fate for the nth datagram of this identity in its direction, counted from the beginning.
   *
   * @param id as {@link chatlabs.grader.wire.FrameName#id}: {@code A 3}
   */
  public Script on(String id, int nth, Fate fate) {
    return add(a -> a.frame().id().equals(id) && a.nth() == nth, fate, 1);
  }

  /** This fate for each datagram of this identity. */
  public Script each(String id, Fate fate) {
    return each(a -> a.frame().id().equals(id), fate);
  }

  /** This fate for each datagram that fits. */
  public Script each(Predicate<Arrival> fits, Fate fate) {
    return add(fits, fate, Integer.MAX_VALUE);
  }

  /** This fate for the next so many that fit, counted from now. */
  public Script next(int times, Predicate<Arrival> fits, Fate fate) {
    return add(fits, fate, times);
  }

  /** These decide what no rule is for. */
  public Script others(Fates newOthers) {
    others = newOthers;
    return this;
  }

  /** Forgets all rules. */
  public Script clear() {
    rules.clear();
    return this;
  }

  @Override
  public Fate of(Arrival arrival) {
    for (var rule : rules) {
      if (rule.takes(arrival)) {
        return rule.fate;
      }
    }
    return others.of(arrival);
  }

  private Script add(Predicate<Arrival> fits, Fate fate, int times) {
    rules.add(new Rule(fits, fate, new AtomicInteger(times)));
    return this;
  }
}
