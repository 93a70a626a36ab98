package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of the red team, as its {@code attack.txt} describes it.
 *
 * @param tries what it tries
 * @param seen the verdicts of which one must be seen: passed, failed, or a status
 * @param none what it achieves where nothing is held
 * @param basic what it achieves in the basic tier of an ordinary user
 * @param root what it achieves in the basic tier of root, where hand-ins have users of their own
 */
record Attack(
    String name,
    String tries,
    List<String> seen,
    Set<Breach> none,
    Set<Breach> basic,
    Set<Breach> root) {
  static final Path FOLDER = Path.of("src/test/redteam");

  /** All of them, by name. */
  static List<Attack> all() throws IOException {
    var all = HandIns.list(FOLDER).stream().filter(Files::isDirectory).toList();
    var attacks = new java.util.ArrayList<Attack>();
    for (Path folder : all) {
      attacks.add(of(folder));
    }
    return attacks;
  }

  private static Attack of(Path folder) throws IOException {
    var lines = new TreeMap<String, String>();
    for (String line : Files.readAllLines(folder.resolve("attack.txt"), UTF_8)) {
      int colon = line.indexOf(": ");
      lines.put(line.substring(0, colon), line.substring(colon + 2).strip());
    }
    return new Attack(
        folder.getFileName().toString(),
        lines.get("Tries"),
        List.of(lines.get("Seen").split(" or ")),
        breaches(lines.get("None")),
        breaches(lines.get("Basic")),
        breaches(lines.get("Root")));
  }

  private static Set<Breach> breaches(String words) {
    var all = EnumSet.noneOf(Breach.class);
    if (words != null) {
      Arrays.stream(words.split(", "))
          .forEach(word -> all.add(Breach.valueOf(word.toUpperCase(Locale.ROOT))));
    }
    return all;
  }

  /** Whether any of its files holds this text. */
  boolean mentions(String text) throws IOException {
    for (Path file : HandIns.list(FOLDER.resolve(name))) {
      if (Files.isRegularFile(file) && Files.readString(file, UTF_8).contains(text)) {
        return true;
      }
    }
    return false;
  }
}
