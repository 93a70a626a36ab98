package chatlabs.grader.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The part of a transcript that a diagram shows.
 *
 * @param lanes the participants of the whole transcript, in the order in which they appear in it;
 *     where they are too many for a screen, those of the last steps, and one for all {@link #OTHERS}
 * @param earlier how many steps before it are left out
 * @param steps those that are shown, oldest first
 * @param later how many steps after it are left out
 */
public record Stretch(List<String> lanes, int earlier, List<Step> steps, int later) {
  /** Who stands for all participants that have no lane of their own; a step's label names them. */
  public static final String OTHERS = "others";

  private static final int MOST_LANES = 6; // so that a row fits on a screen

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
    var stretch = new Stretch(lanes(all), from, all.subList(from, to), all.size() - to);
    return stretch.lanes.size() <= MOST_LANES ? stretch : stretch.narrowed();
  }

  /** The same with few lanes: who is in these steps, and of too many those who matter most. */
  private Stretch narrowed() {
    var byWeight = new ArrayList<>(steps.reversed());
    byWeight.sort(Comparator.comparing(step -> !step.divergence())); // keeps the order otherwise
    var shown = lanes(byWeight);
    boolean tooMany = shown.size() > MOST_LANES;
    var kept = tooMany ? shown.subList(0, MOST_LANES - 1) : shown;
    var names = new ArrayList<>(lanes);
    names.retainAll(kept);
    if (tooMany) {
      names.add(OTHERS);
    }
    return new Stretch(
        names, earlier, steps.stream().map(step -> step.among(kept)).toList(), later);
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
