package chatlabs.grader.submission;

import chatlabs.grader.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All hand-ins of a run, taken in.
 *
 * @param submissions one for each hand-in, usable or not, in the order of their places
 * @param notes what else was found beside the hand-ins: never skipped in silence
 */
public record Intake(List<Submission> submissions, List<String> notes) {
  public Intake {
    submissions = List.copyOf(submissions);
    notes = List.copyOf(notes);
  }

  /**
   * Takes in one hand-in or many. {@code submissions} is a folder, an archive or a {@code .java}
   * file. A folder or archive is <em>several</em> hand-ins when the names in it are those of a
   * course system (Moodle, Canvas), or when archives, or folders with a file called like one of the
   * lab's classes, lie in it; it is <em>one</em> hand-in when such a file, a pom or {@code src}
   * lies directly in it and fewer than two of those others do. The rules in full are in the Javadoc
   * of {@code Layout}. Each thing in a folder of hand-ins is one: a folder, an archive, a {@code
   * .java} file; files of one student in a flat export belong together. Around them there may be
   * one folder more.
   *
   * <p>Blocks: it reads all sources into memory. Time and memory are bounded for each hand-in; what
   * goes beyond becomes an {@link Submission.Unusable}. Nothing is written but to {@code workDir},
   * which is made, and belongs to the caller afterwards.
   *
   * @throws BadInput when there is nothing to take in; the message is for the user
   */
  public static Intake open(Path submissions, Lab lab, Path workDir) {
    try {
      Files.createDirectories(workDir);
      var search = new Search(lab, workDir);
      search.in(submissions);
      return search.result(submissions);
    } catch (Refusal e) {
      throw new BadInput(submissions + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BadInput("cannot read " + submissions + ": " + e, e);
    }
  }

  /**
   * A hand-in that the kit itself makes: its files are the lab's classes for sure.
   *
   * @param sources paths and texts, as a variant of a lab has them
   */
  public static Submission.Found ofSources(String name, Lab lab, Map<String, String> sources) {
    var files = sources.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    var all = files.stream().map(e -> SourceFile.of(e.getKey(), e.getValue())).toList();
    var declared = all.stream().flatMap(file -> file.classNames().stream()).toList();
    var missing = lab.classNames().stream().filter(c -> !declared.contains(c)).toList();
    return new Submission.Found(name, name, all, missing, List.of());
  }
}
