package chatlabs.grader.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.PatchFailedException;
import com.github.difflib.patch.VerifyChunk;
import com.github.difflib.unifieddiff.UnifiedDiffFile;
import com.github.difflib.unifieddiff.UnifiedDiffReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unified diff over several files, applied strictly: each hunk must fit at its very line. Line
 * ends do not count; a changed file keeps the line ends that it had.
 */
final class UnifiedPatch {
  private static final String PREFIX = "src/main/java/";
  private static final String NO_FILE = "/dev/null";

  private final String name;
  private final List<UnifiedDiffFile> files;

  /**
   * Parses a patch.
   *
   * @param name how errors call it
   * @param lines the diff from its first {@code diff} or {@code ---} line on, without line ends
   */
  UnifiedPatch(String name, List<String> lines) {
    this.name = name;
    this.files = parse(lines);
    if (files.isEmpty()) {
      throw new BrokenLab(name + ": there is no diff in it");
    }
  }

  private List<UnifiedDiffFile> parse(List<String> lines) {
    var text = String.join("\n", DiffLines.ready(name, lines));
    var bytes = text.getBytes(UTF_8);
    try {
      return UnifiedDiffReader.parseUnifiedDiff(new ByteArrayInputStream(bytes)).getFiles();
    } catch (RuntimeException | IOException e) {
      throw new BrokenLab(name + ": this is not a unified diff: " + e.getMessage(), e);
    }
  }

  /** The sources after the patch; paths are below {@code src/main/java}. */
  Map<String, String> applyTo(Map<String, String> sources) {
    var patched = new TreeMap<>(sources);
    for (var file : files) {
      apply(file, patched);
    }
    if (patched.equals(sources)) {
      throw new BrokenLab(name + ": it changes nothing");
    }
    return patched;
  }

  private void apply(UnifiedDiffFile file, Map<String, String> sources) {
    boolean isNew = NO_FILE.equals(file.getFromFile());
    var old = isNew ? "" : sources.get(path(file.getFromFile()));
    if (old == null) {
      throw new BrokenLab(name + ": there is no " + file.getFromFile() + " to be changed");
    }
    var changed = applyHunks(file, old);
    if (!isNew) {
      sources.remove(path(file.getFromFile()));
    }
    if (!NO_FILE.equals(file.getToFile())) {
      sources.put(path(file.getToFile()), changed);
    }
  }

  private String applyHunks(UnifiedDiffFile file, String old) {
    var lineEnd = old.contains("\r\n") ? "\r\n" : "\n";
    var lines = old.isEmpty() ? new ArrayList<String>() : new ArrayList<>(old.lines().toList());
    var hunks = file.getPatch().getDeltas();
    for (int i = 0; i < hunks.size(); i++) {
      verify(file, i + 1, hunks.get(i), lines);
    }
    try {
      var changed = file.getPatch().applyTo(lines);
      return changed.isEmpty() ? "" : String.join(lineEnd, changed) + lineEnd;
    } catch (PatchFailedException e) {
      throw new BrokenLab(name + ": does not apply to " + file.getFromFile(), e);
    }
  }

  private void verify(
      UnifiedDiffFile file, int number, AbstractDelta<String> hunk, List<String> lines) {
    try {
      if (hunk.getSource().verifyChunk(lines) == VerifyChunk.OK) {
        return;
      }
    } catch (PatchFailedException e) {
      throw new BrokenLab(misfit(file, number, hunk), e);
    }
    throw new BrokenLab(misfit(file, number, hunk));
  }

  private String misfit(UnifiedDiffFile file, int number, AbstractDelta<String> hunk) {
    return "%s: hunk %d of %s does not fit at line %d of the reference: make the patch anew"
        .formatted(name, number, file.getFromFile(), hunk.getSource().getPosition() + 1);
  }

  private String path(String path) {
    if (!path.startsWith(PREFIX) || path.contains("..")) {
      throw new BrokenLab(name + ": '" + path + "' is not below " + PREFIX);
    }
    return path.substring(PREFIX.length());
  }
}
