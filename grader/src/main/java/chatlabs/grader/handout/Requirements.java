package chatlabs.grader.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids that the protocol pages define. Whoever names an id of theirs names one that is there,
 * and each is explained ({@code **ECHO-1**} begins an item or a cell) in the handout of its lab.
 */
final class Requirements implements Rule {
  private static final Pattern DEFINITION = Pattern.compile("- \\*\\*([A-Z]+-\\d+)\\*\\*");
  private static final Pattern EXPLANATION =
      Pattern.compile("^[\\s|#*-]*\\*\\*([A-Z]+-\\d+)\\*\\*");

  /** Page name, and the ids that it defines. */
  private final Map<String, Set<String>> defined = new TreeMap<>();

  Requirements(List<Page> protocols) {
    for (var page : protocols) {
      defined.put(page.name(), ids(page, DEFINITION));
    }
  }

  @Override
  public List<Problem> check(Page page) {
    var known = defined.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    var prefixes =
        known.stream().map(id -> id.substring(0, id.indexOf('-'))).distinct().sorted().toList();
    var mention = Pattern.compile("\\b(?:" + String.join("|", prefixes) + ")-\\d+\\b");
    var problems = new ArrayList<Problem>();
    for (var line : page.prose()) {
      mention
          .matcher(line.text())
          .results()
          .filter(found -> !known.contains(found.group()))
          .map(found -> page.problem(line.line(), "no protocol page defines " + found.group()))
          .forEach(problems::add);
    }
    return problems;
  }

  /** The ids of this protocol page that none of these handouts explains, as problems of it. */
  List<Problem> unexplained(String protocolPage, List<Page> handouts) {
    var explained = new TreeSet<String>();
    handouts.forEach(page -> explained.addAll(ids(page, EXPLANATION)));
    var where = handouts.stream().map(Page::name).collect(Collectors.joining(", "));
    return defined.getOrDefault(protocolPage, Set.of()).stream()
        .filter(id -> !explained.contains(id))
        .map(id -> new Problem(protocolPage, 0, id + " is not explained in " + where))
        .toList();
  }

  private static Set<String> ids(Page page, Pattern pattern) {
    var ids = new TreeSet<String>();
    for (var line : page.prose()) {
      var found = pattern.matcher(line.text());
      if (found.lookingAt()) {
        ids.add(found.group(1));
      }
    }
    return ids;
  }
}
