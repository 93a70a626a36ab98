package chatlabs.grader.handout;

import chatlabs.grader.lab.Lab;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A check that a page names ({@code EchoServerTest#method}) is a public check of some lab. A hidden
 * one must not be named: students read these pages.
 */
final class CheckIds implements Rule {
  private static final Pattern MENTION = Pattern.compile("\\b([A-Z]\\w*Test)#(\\w+)");
  private static final Pattern METHOD = Pattern.compile("\\bvoid\\s+(\\w+)\\(");

  private final Set<String> known = new HashSet<>();

  CheckIds(List<Lab> labs) {
    for (var lab : labs) {
      for (var source : KitFiles.below(lab.folder().resolve("src/test/java"), "Test.java")) {
        var type = source.getFileName().toString().replaceFirst("\\.java$", "");
        METHOD
            .matcher(KitFiles.text(source))
            .results()
            .forEach(found -> known.add(type + "#" + found.group(1)));
      }
    }
  }

  @Override
  public List<Problem> check(Page page) {
    var problems = new ArrayList<Problem>();
    page.prose().forEach(line -> problems.addAll(unknown(page, line.line(), line.text())));
    for (var block : page.blocks()) {
      problems.addAll(unknown(page, block.line(), String.join("\n", block.lines())));
      block.mark().ifPresent(mark -> problems.addAll(unknown(page, mark.line(), mark.argument())));
    }
    return problems;
  }

  private List<Problem> unknown(Page page, int line, String text) {
    return MENTION
        .matcher(text)
        .results()
        .map(found -> found.group())
        .filter(id -> !known.contains(id))
        .map(id -> page.problem(line, "no public check is called " + id))
        .toList();
  }
}
