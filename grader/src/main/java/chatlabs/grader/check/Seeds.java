package chatlabs.grader.check;

import java.util.Random;

/** Where all randomness comes from: one seed a run, which the verdict names. */
public final class Seeds {
  private static final String PROPERTY = "chatlabs.seed";
  private static final long OF_THIS_JVM = Long.getLong(PROPERTY, fresh());

  private Seeds() {}

  /** The seed of {@code -Dchatlabs.seed=…}, or else one that this JVM has made up. */
  public static long ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** A new seed: a number that is easy to copy. */
  public static long fresh() {
    return new Random().nextInt(1_000_000);
  }

  /** The randomness of one check, or of another thing with a name: the same for the same seed. */
  public static Random of(long seed, String name) {
    return new Random(seed * 31 + name.hashCode());
  }
}
