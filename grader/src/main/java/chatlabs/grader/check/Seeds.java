package chatlabs.grader.check;

import java.util.Random;

/** Where all randomness comes from: one seed a run, which the verdict names. */
public final class Seeds {
  private static final String PROPERTY = "chatlabs.seed";

  private Seeds() {}

  /** The seed of {@code -Dchatlabs.seed=…}, or a new one. */
  static long fromProperty() {
    return Long.getLong(PROPERTY, fresh());
  }

  /** A new seed: a number that is easy to copy. */
  public static long fresh() {
    return new Random().nextInt(1_000_000);
  }

  /** The randomness of one check: the same for the same seed and check, whatever else runs. */
  static Random of(long seed, String check) {
    return new Random(seed * 31 + check.hashCode());
  }
}
