package chatlabs.grader.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A hand-in that the kit itself makes, and whose worth is known.
 *
 * @param name unique among the variants of its kind: {@code one-read-is-one-message}
 * @param kind what is known of it
 * @param title one line for people
 * @param story why people write this; may be empty
 * @param caughtBy the ids of the checks that must fail for it, and no others; empty but for faults,
 *     and for those that name none yet
 * @param sources its files: paths below the source root, with slashes, and texts
 */
public record Variant(
    String name,
    Kind kind,
    String title,
    String story,
    List<String> caughtBy,
    Map<String, String> sources) {

  /** What is known of a variant. */
  public enum Kind {
    /** The reference solution: full marks. */
    REFERENCE,
    /** What students begin with: every check is not started. */
    STARTER,
    /** Correct, and written in another way: full marks. */
    UNUSUAL,
    /** Wrong on purpose: the checks that it names fail. */
    FAULT
  }

  public Variant {
    caughtBy = List.copyOf(caughtBy);
    sources = Map.copyOf(sources);
  }

  /** Writes the sources below {@code folder}, which becomes a complete hand-in. Blocks. */
  public void materialise(Path folder) {
    SourceTree.write(folder, sources);
  }
}
