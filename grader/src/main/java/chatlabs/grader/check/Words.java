package chatlabs.grader.check;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names and texts that differ from run to run, so that no program can answer by heart. */
public final class Words {
  private static final List<String> SYLLABLES =
      List.of("ba", "de", "fi", "go", "ka", "le", "mi", "no", "pu", "ra", "si", "to", "vu", "zo");

  private final Random random;
  private final Set<String> given = new HashSet<>();

  Words(Random random) {
    this.random = random;
  }

  /** A word of 4 to 8 lower-case letters that was not given before in this check. */
  public String word() {
    while (true) {
      var word = new StringBuilder();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
      if (given.add(word.toString())) {
        return word.toString();
      }
    }
  }

  /** A sentence of three words. */
  public String sentence() {
    return word() + " " + word() + " " + word();
  }

  /** Lower-case letters, exactly so many. */
  public String letters(int count) {
    var letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }
}
