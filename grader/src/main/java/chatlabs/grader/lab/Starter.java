package chatlabs.grader.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a lab's starter from its marked solution. {@code // <solution N: what to do>} to {@code //
 * </solution>} becomes a statement that throws {@code TODO N: what to do}; {@code //
 * <solution-only>} to {@code // </solution-only>} vanishes; a line {@code // <starter> text} loses
 * its prefix.
 */
public final class Starter {
  private Starter() {}

  /**
   * The starter of one source.
   *
   * @throws BrokenLab when markers do not match, with {@code solution} as the file's name
   */
  public static String generate(String solutionSource) {
    return MarkedRegions.starterOf("solution", solutionSource);
  }

  /**
   * The starter of all of a lab's sources: paths below {@code src/main/java}, and texts. Blocks.
   *
   * @throws BrokenLab when markers do not match, or a TODO's number is used twice in the lab
   */
  public static Map<Path, String> generateAll(Lab lab) {
    var places = new HashMap<Integer, String>();
    var starter = new TreeMap<Path, String>();
    SourceTree.read(lab.solutionSources())
        .forEach((file, text) -> starter.put(Path.of(file), generate(file, text, places)));
    return starter;
  }

  private static String generate(String file, String text, Map<Integer, String> places) {
    return new MarkedRegions(file, places).starter(text);
  }

  /**
   * What differs between the starter that a lab has and the one that it must have: one line a file,
   * empty when they are the same. Blocks to read them.
   */
  public static List<String> drift(Lab lab) {
    var drift = new ArrayList<String>();
    var expected = generateAll(lab);
    var there =
        Files.isDirectory(lab.starterSources())
            ? SourceTree.read(lab.starterSources())
            : Map.<String, String>of();
    expected.forEach(
        (file, text) -> {
          var actual = there.get(slashed(file));
          if (actual == null) {
            drift.add(file + " is missing");
          } else if (!sameLines(actual, text)) {
            drift.add(file + " differs");
          }
        });
    for (var file : there.keySet()) {
      if (!expected.containsKey(Path.of(file))) {
        drift.add(file + " is not in the solution");
      }
    }
    return drift;
  }

  /** Writes the starter that the lab must have, and returns the files that changed. Blocks. */
  public static List<Path> rewrite(Lab lab) {
    var changed = new ArrayList<Path>();
    generateAll(lab)
        .forEach(
            (path, text) -> {
              var file = lab.starterSources().resolve(path);
              if (!isThere(file, text)) {
                SourceTree.write(lab.starterSources(), Map.of(slashed(path), text));
                changed.add(file);
              }
            });
    return changed;
  }

  private static boolean isThere(Path file, String text) {
    try {
      return Files.isRegularFile(file) && sameLines(Files.readString(file, UTF_8), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static boolean sameLines(String one, String other) {
    return one.lines().toList().equals(other.lines().toList());
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
