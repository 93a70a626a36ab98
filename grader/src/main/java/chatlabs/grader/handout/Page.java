package chatlabs.grader.handout;

import java.nio.file.Path;
import java.util.List;

/**
 * One page of Markdown, cut into prose and blocks.
 *
 * @param name its path in the kit, with slashes
 * @param prose the lines outside of blocks
 * @param looseMarks marks with no block below them
 */
public record Page(
    Path file, String name, List<Prose> prose, List<Block> blocks, List<Mark> looseMarks) {

  /** One line of prose, and its number from 1. */
  public record Prose(int line, String text) {}

  public Page {
    prose = List.copyOf(prose);
    blocks = List.copyOf(blocks);
    looseMarks = List.copyOf(looseMarks);
  }

  /** Reads a page of the kit in {@code home}. Blocks. */
  public static Page read(Path home, Path file) {
    var name = home.relativize(file).toString().replace('\\', '/');
    return new PageReader(KitFiles.text(file).lines().toList()).page(file, name);
  }

  /** The blocks with a mark of this kind. */
  public List<Block> marked(String kind) {
    return blocks.stream().filter(block -> block.isMarked(kind)).toList();
  }

  Problem problem(int line, String what) {
    return new Problem(name, line, what);
  }
}
