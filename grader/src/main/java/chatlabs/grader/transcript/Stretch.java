package chatlabs.grader.transcript;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * The part of a transcript that a diagram shows.
 *
 * @param lanes the participants of the whole transcript, in the order in which they appear in it
 * @param earlier how many steps before it are left out
 * @param steps those that are shown, oldest first
 * @param later how many steps after it are left out
 */
public record Stretch(List<String> lanes, int earlier, List<Step> steps, int later) {
  /** Nothing to show. */
  public static final Stretch EMPTY = new Stretch(List.of(), 0, List.of(), 0);

  public Stretch {
    lanes = List.copyOf(lanes);
    steps = List.copyOf(steps);
  }

  /**
   * The last {@code rows} steps; or, when the program left the protocol before those, as many around
   * the place where it did.
   */
  public static Stretch of(List<Event> events, int rows) {
    var all = Step.of(events);
    int to = all.size();
    int from = Math.max(0, to - rows);
    int divergence = last(all);
    if (divergence >= 0 && divergence <= from) {
      to = Math.min(to, divergence + 1 + rows / 4);
      from = Math.max(0, to - rows);
    }
    return new Stretch(lanes(all), from, all.subList(from, to), all.size() - to);
  }

  /** Whether there are datagrams in it: their ways are worth a drawing of their own. */
  public boolean showsDatagrams() {
    return steps.stream().anyMatch(step -> step.way() != Step.Way.PLAIN);
  }

  private static List<String> lanes(List<Step> steps) {
    var names = new LinkedHashSet<String>();
    for (var step : steps) {
      names.add(step.from());
      names.add(step.to());
    }
    return List.copyOf(names);
  }

  private static int last(List<Step> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).divergence()) {
        return i;
      }
    }
    return -1;
  }
}
