package chatlabs.grader.handout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block marked {@code from} stands in that file, line for line, whatever its indentation there. A
 * line that is only {@code …} (in a comment, if need be) stands for lines left out.
 */
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
    int from = 0;
    for (var piece : pieces(block.lines())) {
      int found = find(piece, source, from);
      if (found < 0) {
        var what = "not in %s as it stands here: %s".formatted(block.argument(), piece.getFirst());
        return List.of(page.problem(block.line(), what.strip()));
      }
      from = found + piece.size();
    }
    return List.of();
  }

  /** The quoted lines, cut where some were left out. */
  private static List<List<String>> pieces(List<String> lines) {
    var pieces = new ArrayList<List<String>>();
    var piece = new ArrayList<String>();
    for (var line : lines) {
      if (!line.strip().matches("(// |# )?…")) {
        piece.add(line);
      } else if (!piece.isEmpty()) {
        pieces.add(List.copyOf(piece));
        piece.clear();
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }

  private static int find(List<String> piece, List<String> source, int from) {
    for (int at = from; at + piece.size() <= source.size(); at++) {
      if (standsAt(piece, source.subList(at, at + piece.size()))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean standsAt(List<String> piece, List<String> source) {
    String first = source.getFirst();
    if (!first.endsWith(piece.getFirst())) {
      return false;
    }
    String indent = first.substring(0, first.length() - piece.getFirst().length());
    if (!indent.isBlank()) {
      return false;
    }
    for (int i = 0; i < piece.size(); i++) {
      String expected = piece.get(i).isBlank() ? "" : indent + piece.get(i);
      if (!source.get(i).stripTrailing().equals(expected.stripTrailing())) {
        return false;
      }
    }
    return true;
  }
}
