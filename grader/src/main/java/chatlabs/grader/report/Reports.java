package chatlabs.grader.report;

import chatlabs.grader.verdict.RunVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Writes the folder that {@code chatlab grade} leaves behind. */
public final class Reports {
  /** The file with all of a run, beside those that are made from it. */
  public static final String RESULTS = "results.json";

  private Reports() {}

  /**
   * Writes {@code results.json}, {@code grades.csv}, {@code junit.xml}, {@code
   * students/<name>.html} and {@code report.html} to {@code dir}, which is made when missing.
   *
   * <p>Each file is replaced whole or not at all; files of an earlier run that this one does not
   * write stay. Blocks on the disk; may be called from any thread.
   *
   * @throws IOException when a file could not be written: its message names the first such file,
   *     further ones are suppressed exceptions, and all the others have been written
   */
  public static void write(RunVerdict run, Path dir) throws IOException {
    IOException trouble = null;
    for (Map.Entry<String, Supplier<String>> file : files(run).entrySet()) {
      try {
        WholeFile.write(dir.resolve(file.getKey()), file.getValue().get());
      } catch (IOException e) {
        if (trouble == null) {
          trouble = e;
        } else {
          trouble.addSuppressed(e);
        }
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }

  /**
   * Makes sure, before the work, that a report can be written to {@code dir}.
   *
   * @throws IOException when it cannot; the message names the folder
   */
  public static void prepare(Path dir) throws IOException {
    if (Files.exists(dir) && !Files.isDirectory(dir)) {
      throw new IOException(dir + " is a file, and a report is a folder: name another");
    }
    try {
      Files.createDirectories(dir.resolve("."));
      Files.delete(Files.createTempFile(dir, ".part-", ""));
    } catch (IOException e) {
      throw new IOException("a report cannot be written to " + dir + ": " + WholeFile.reason(e), e);
    }
  }

  /** The most precious file comes first, and the one that links to the others last. */
  private static Map<String, Supplier<String>> files(RunVerdict run) {
    var files = new LinkedHashMap<String, Supplier<String>>();
    files.put(RESULTS, () -> Results.toJson(run));
    files.put("grades.csv", () -> Grades.toCsv(run));
    files.put("junit.xml", () -> JunitXml.toXml(run));
    PageNames names = PageNames.of(run);
    for (int i = 0; i < run.submissions().size(); i++) {
      int index = i;
      files.put(
          "students/" + names.get(i),
          () -> Pages.student(StudentView.of(run, run.submissions().get(index))));
    }
    files.put("report.html", () -> Pages.report(ClassView.of(run, names)));
    return files;
  }
}
