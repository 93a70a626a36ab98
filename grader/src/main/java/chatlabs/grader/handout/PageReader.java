package chatlabs.grader.handout;

import chatlabs.grader.handout.Page.Prose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the lines of one page into prose, marks and fenced blocks. Used once. */
final class PageReader {
  private static final Pattern FENCE = Pattern.compile("(\\s*)(`{3,}|~{3,})\\s*(\\w*).*");

  private final List<String> lines;
  private final List<Prose> prose = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Mark> looseMarks = new ArrayList<>();
  private Optional<Mark> mark = Optional.empty();
  private int next;

  PageReader(List<String> lines) {
    this.lines = lines;
  }

  Page page(Path file, String name) {
    while (next < lines.size()) {
      String text = lines.get(next++);
      var fence = FENCE.matcher(text);
      if (fence.matches()) {
        block(fence);
      } else {
        prose(text);
      }
    }
    loosen();
    return new Page(file, name, prose, blocks, looseMarks);
  }

  private void block(Matcher fence) {
    int start = next;
    var content = new ArrayList<String>();
    while (next < lines.size() && !lines.get(next).strip().equals(fence.group(2))) {
      content.add(unindented(lines.get(next++), fence.group(1).length()));
    }
    next++; // the closing fence
    blocks.add(new Block(start, fence.group(3), mark, content));
    mark = Optional.empty();
  }

  private static String unindented(String line, int columns) {
    int indent = line.length() - line.stripLeading().length();
    return line.substring(Math.min(indent, columns));
  }

  private void prose(String text) {
    var found = Mark.in(text, next);
    if (found.isPresent()) {
      loosen();
      mark = found;
    } else {
      if (!text.isBlank()) {
        loosen();
      }
      prose.add(new Prose(next, text));
    }
  }

  private void loosen() {
    mark.ifPresent(looseMarks::add);
    mark = Optional.empty();
  }
}
