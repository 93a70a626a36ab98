package chatlabs.grader.handout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A block marked {@code from} is an {@link Excerpt} of that file. */
final class Quotes implements Rule {
  private final Path home;

  Quotes(Path home) {
    this.home = home;
  }

  @Override
  public List<Problem> check(Page page) {
    var problems = new ArrayList<Problem>();
    for (var block : page.marked("from")) {
      var source = home.resolve(block.argument());
      if (!Files.isRegularFile(source)) {
        problems.add(page.problem(block.line(), "there is no file " + block.argument()));
      } else {
        problems.addAll(drift(page, block, KitFiles.text(source).lines().toList()));
      }
    }
    return problems;
  }

  private static List<Problem> drift(Page page, Block block, List<String> source) {
    return Excerpt.missing(block.lines(), source).stream()
        .map(line -> "not in %s as it stands here: %s".formatted(block.argument(), line.strip()))
        .map(what -> page.problem(block.line(), what))
        .toList();
  }
}
