package chatlabs.grader.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was left aside, and why; becomes one note a reason. */
final class Aside {
  private static final int NAMED = 5;

  /** Why a file is not used. */
  enum Reason {
    COMPILED("compiled classes and libraries, which are never used"),
    TESTS("tests"),
    OUTPUT("copies in folders that builds write to"),
    COPIES("other versions of classes that were taken elsewhere"),
    UNUSED("sources that the lab's classes do not use, in other folders"),
    CHECKS("classes of the lab's own checks"),
    MODULES("module descriptions; hand-ins are compiled without modules"),
    SYSTEM("files that an operating system or tool made"),
    LINKS("symbolic links and special files, which are not followed"),
    UNREADABLE("files that could not be read"),
    ARCHIVES("archives in archives in archives, or of a kind that cannot be read here"),
    OTHER("files that are not Java sources");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final Map<Reason, List<String>> names = new EnumMap<>(Reason.class);
  private final List<String> others = new ArrayList<>();

  void add(Reason reason, String name) {
    names.computeIfAbsent(reason, r -> new ArrayList<>()).add(name);
  }

  /** A note of its own. */
  void note(String note) {
    others.add(note);
  }

  List<String> notes() {
    var notes = new ArrayList<>(others);
    names.forEach((reason, of) -> notes.add("left aside: " + some(of) + " (" + reason.text + ")"));
    return notes;
  }

  static String some(List<String> names) {
    var first = names.stream().sorted().limit(NAMED).map(Budget::shortened).toList();
    var text = String.join(", ", first);
    return names.size() <= NAMED ? text : text + " and " + (names.size() - NAMED) + " more";
  }
}
