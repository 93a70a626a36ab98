package chatlabs.grader.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Marks are of a known kind and stand above a block, and all Java code says where it is from. */
final class Marks implements Rule {
  private static final Set<String> KINDS = Set.of("from", "session", "report");

  @Override
  public List<Problem> check(Page page) {
    var problems = new ArrayList<Problem>();
    for (var mark : page.looseMarks()) {
      problems.add(page.problem(mark.line(), "no block below this '" + mark.kind() + "' mark"));
    }
    for (var block : page.blocks()) {
      block.mark().filter(mark -> !KINDS.contains(mark.kind())).stream()
          .map(mark -> page.problem(mark.line(), "unknown kind of mark: " + mark.kind()))
          .forEach(problems::add);
      if (block.language().equals("java") && !block.isMarked("from")) {
        problems.add(page.problem(block.line(), "Java code without <!-- from: … --> above it"));
      }
    }
    return problems;
  }
}
