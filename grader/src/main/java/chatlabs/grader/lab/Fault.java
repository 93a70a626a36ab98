package chatlabs.grader.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fault as its file tells it: a header of {@code Title:}, {@code Story:} and one or more {@code
 * Caught-by:} lines, and a unified diff against the reference. A header line that begins with a
 * space goes on with the line before it.
 */
final class Fault {
  private final Path file;
  private final String name;
  private final List<String> header = new ArrayList<>();
  private final List<String> diff = new ArrayList<>();

  private Fault(Path file) {
    this.file = file;
    this.name = file.getFileName().toString().replaceFirst("\\.patch$", "");
    split();
  }

  /** Reads the fault in {@code file} and applies it to the reference's sources. Blocks. */
  static Variant read(Path file, Map<String, String> reference) {
    return new Fault(file).variant(reference);
  }

  private void split() {
    for (var line : lines()) {
      if (!diff.isEmpty() || line.startsWith("diff --git ") || line.startsWith("--- ")) {
        diff.add(line);
      } else if (line.startsWith(" ") && !header.isEmpty()) {
        header.add(header.removeLast() + " " + line.strip());
      } else if (!line.isBlank()) {
        header.add(line);
      }
    }
  }

  private List<String> lines() {
    try {
      return Files.readString(file, UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Variant variant(Map<String, String> reference) {
    header.forEach(this::refuseUnknownKey);
    var titles = values("Title");
    if (titles.size() != 1) {
      throw new BrokenLab(file + ": it must have one line 'Title: …'");
    }
    var caughtBy = values("Caught-by");
    var wrong = caughtBy.stream().filter(id -> !id.matches("\\w+#\\w+")).findFirst();
    if (wrong.isPresent()) {
      throw new BrokenLab(file + ": '" + wrong.get() + "' is not CheckClass#method");
    }
    var sources = new UnifiedPatch(file.toString(), diff).applyTo(reference);
    var story = String.join(" ", values("Story"));
    return new Variant(name, Variant.Kind.FAULT, titles.getFirst(), story, caughtBy, sources);
  }

  private void refuseUnknownKey(String line) {
    if (!line.matches("(Title|Story|Caught-by):.*")) {
      throw new BrokenLab(file + ": a header line is none of Title, Story, Caught-by: " + line);
    }
  }

  private List<String> values(String key) {
    return header.stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
