package chatlabs.grader.soak;

import java.nio.file.Path;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a line of a ledger. */
final class LedgerLines {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /** Stands only in a line of a grading by some of the checks. */
  private static final String OTHERS = "others";

  private LedgerLines() {}

  /**
   * The first line.
   *
   * @param soak the id of the lab
   * @param digest of the checks and of what runs the variants
   * @param seed the first one
   */
  record Header(String soak, String digest, long seed) {

    /** Goes on only where the same is graded by the same. */
    void refuseUnless(Path file, Header wanted, boolean sameSeed) {
      if (!soak.equals(wanted.soak())) {
        throw refused(file, "is of lab " + soak);
      }
      if (!digest.equals(wanted.digest())) {
        throw refused(
            file, "is of other checks, another host, JVM or tier than those that stand here");
      }
      if (sameSeed && seed != wanted.seed()) {
        throw refused(file, "began with seed " + seed);
      }
    }

    private static BadLedger refused(Path file, String why) {
      return new BadLedger(
          "--ledger " + file + ": it " + why + "; name another file to begin anew");
    }
  }

  static String of(Header header) {
    return JSON.writeValueAsString(header);
  }

  static String of(Entry entry) {
    ObjectNode line = JSON.valueToTree(entry);
    if (!entry.isInPart()) {
      line.remove(OTHERS);
    }
    return JSON.writeValueAsString(line);
  }

  static Header header(Path file, String line) {
    return read(file, 1, () -> JSON.readValue(line, Header.class));
  }

  static Entry entry(Path file, int number, String line) {
    return read(file, number, () -> entry(line));
  }

  private static Entry entry(String line) {
    ObjectNode read = JSON.readValue(line, ObjectNode.class);
    if (!read.has(OTHERS)) {
      read.put(OTHERS, Sample.ALL);
    }
    return JSON.treeToValue(read, Entry.class);
  }

  private static <T> T read(Path file, int number, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (JacksonException broken) {
      throw new BadLedger(
          "--ledger "
              + file
              + ": line "
              + number
              + " is none of a soak's; name another file, or mend it");
    }
  }
}
