package chatlabs.grader.cli;

import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.report.Reports;
import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the verdict on each hand-in as it comes, a file each in {@code DIR/.parts}, so that an
 * interrupted run loses nothing that was done, and {@code --resume} goes on with its seed.
 */
final class Journal {
  private static final String VERDICT = ".json";

  private final Path parts;
  private final String lab;
  private final long seed;
  private final List<RunVerdict> earlier;

  Journal(Path out, Lab lab, CheckSuite suite, boolean resume, @Nullable Long seed)
      throws IOException {
    this.parts = out.resolve(".parts");
    this.lab = lab.id();
    this.earlier = read();
    if (resume) {
      refuseComplete(out.resolve(Reports.RESULTS));
    } else {
      refuseInterrupted();
    }
    this.seed =
        seed != null
            ? seed
            : earlier.stream().findFirst().map(RunVerdict::seed).orElseGet(Seeds::fresh);
    refuseOthers();
    refuseOtherChecks(suite.checks().stream().map(CheckInfo::id).collect(Collectors.toSet()));
  }

  long seed() {
    return seed;
  }

  /** What an interrupted run has found out about the hand-in of this name and place. */
  Optional<SubmissionVerdict> earlier(String name, String source) {
    return earlier.stream()
        .flatMap(run -> run.submissions().stream())
        .filter(verdict -> verdict.name().equals(name) && verdict.source().equals(source))
        .findFirst();
  }

  /** Keeps the verdict on one hand-in. Safe for use by several threads. */
  void keep(SubmissionVerdict verdict) {
    var run = new RunVerdict(lab, seed, "", "", Instant.EPOCH, List.of(verdict));
    try {
      Results.write(run, parts.resolve(verdict.name() + VERDICT));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed.getMessage(), failed);
    }
  }

  /** The run is over, and its report written. */
  void finish() throws IOException {
    delete();
  }

  /** Who says {@code --resume} does not want a run that is over to be done again. */
  private void refuseComplete(Path results) {
    if (earlier.isEmpty() && Files.exists(results)) {
      throw new WrongUse(
          "--resume: nothing is left of an interrupted run, and "
              + results
              + " is of one that is complete; begin anew without --resume");
    }
  }

  /** Hours of work may be in it, and who begins anew has to say so. */
  private void refuseInterrupted() {
    if (!earlier.isEmpty()) {
      throw new WrongUse(
          "verdicts of an interrupted run, on "
              + earlier.size()
              + " of its hand-ins, are in "
              + parts.getParent()
              + ": go on with --resume; or give another --out, or delete "
              + parts
              + ", to begin anew");
    }
  }

  private void refuseOthers() {
    for (var run : earlier) {
      if (!run.lab().equals(lab) || run.seed() != seed) {
        throw new WrongUse(
            "--resume: the interrupted run in "
                + parts.getParent()
                + " was of lab "
                + run.lab()
                + " with seed "
                + run.seed()
                + "; give these, or another --out to begin anew");
      }
    }
  }

  private void refuseOtherChecks(Set<String> wanted) {
    for (var run : earlier) {
      for (var verdict : run.submissions()) {
        var judged = verdict.checks().stream().map(CheckVerdict::id).collect(Collectors.toSet());
        if (!judged.isEmpty() && !judged.equals(wanted)) {
          throw new WrongUse(
              "--resume: the interrupted run in "
                  + parts.getParent()
                  + " judged other checks than this one is to judge; give the same --check options,"
                  + " or another --out to begin anew");
        }
      }
    }
  }

  private List<RunVerdict> read() throws IOException {
    var runs = new ArrayList<RunVerdict>();
    for (var file : files()) {
      if (file.toString().endsWith(VERDICT)) { // the others are half-written ones
        runs.add(Results.read(file));
      }
    }
    return runs;
  }

  private void delete() throws IOException {
    for (var file : files()) {
      Files.delete(file);
    }
    Files.deleteIfExists(parts);
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(parts)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(parts)) {
      return files.sorted().toList();
    }
  }
}
