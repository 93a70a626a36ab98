package chatlabs.grader.handout;

import chatlabs.grader.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The TODO numbers of one lab's starter and those that its handout tells of are the same. */
final class Todos {
  private static final Pattern MENTION = Pattern.compile("\\bTODO (\\d+)\\b");
  private static final Pattern IN_STARTER = Pattern.compile("\"TODO (\\d+): ");

  private Todos() {}

  static List<Problem> problems(Lab lab, Page handout) {
    var inStarter = new TreeSet<Integer>();
    for (var source : KitFiles.below(lab.starterSources(), ".java")) {
      numbers(IN_STARTER, KitFiles.text(source)).forEach(inStarter::add);
    }
    var told = new TreeMap<Integer, Integer>();
    for (var line : handout.prose()) {
      numbers(MENTION, line.text()).forEach(number -> told.putIfAbsent(number, line.line()));
    }
    var problems = new ArrayList<Problem>();
    told.forEach(
        (number, line) -> {
          if (!inStarter.contains(number)) {
            problems.add(handout.problem(line, "the starter has no TODO " + number));
          }
        });
    inStarter.removeAll(told.keySet());
    inStarter.forEach(
        number -> problems.add(handout.problem(0, "says nothing about TODO " + number)));
    return problems;
  }

  private static List<Integer> numbers(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }
}
