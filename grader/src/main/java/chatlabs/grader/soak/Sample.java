package chatlabs.grader.soak;

import chatlabs.grader.check.Seeds;
import chatlabs.grader.lab.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * By which checks a fault is judged: by all that have to catch it, and by some of the others, drawn
 * anew for each seed. It costs a fraction of all of them, and over many gradings all get their turn.
 * A fault that names no check yet is judged by all.
 *
 * @param checks the ids of all checks of the lab
 * @param others how many of those that must not fail; {@link #ALL} for no sample at all
 */
public record Sample(List<String> checks, int others) {
  /** As many as there are. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Every variant by every check. */
  public static final Sample NONE = new Sample(List.of(), ALL);

  public Sample {
    checks = List.copyOf(checks);
  }

  /** The checks for a grading of this variant with this seed; empty for all of the lab's. */
  List<String> of(Variant variant, long seed) {
    var rest = new ArrayList<>(checks);
    rest.removeAll(variant.caughtBy());
    if (variant.caughtBy().isEmpty() || rest.size() <= others) {
      return List.of();
    }
    Collections.shuffle(rest, Seeds.of(seed, variant.name()));
    return Stream.concat(variant.caughtBy().stream(), rest.stream().limit(others)).toList();
  }
}
