package chatlabs.grader.handout;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param line the line of its opening fence, from 1
 * @param language the word behind the fence; may be empty
 * @param mark the mark right above it
 * @param lines what is between the fences, without the fence's own indentation
 */
public record Block(int line, String language, Optional<Mark> mark, List<String> lines) {
  public Block {
    lines = List.copyOf(lines);
  }

  boolean isMarked(String kind) {
    return mark.filter(each -> each.kind().equals(kind)).isPresent();
  }

  /** The mark's argument; only for a marked block. */
  public String argument() {
    return mark.orElseThrow().argument();
  }
}
