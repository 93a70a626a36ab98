package chatlabs.grader.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines quoted from a longer text stand there in the same order, one right below the other, whatever
 * their common indentation there. A line that is only {@code …} (in a comment, if need be) stands
 * for lines left out.
 */
final class Excerpt {
  private Excerpt() {}

  /** The first quoted line from which on the source does not go as quoted; empty when all of it does. */
  static Optional<String> missing(List<String> quoted, List<String> source) {
    int from = 0;
    for (var piece : pieces(quoted)) {
      int found = find(piece, source, from);
      if (found < 0) {
        return Optional.of(piece.getFirst());
      }
      from = found + piece.size();
    }
    return Optional.empty();
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
