package chatlabs.grader.bench;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.transcript.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What grading costs for each of many correct hand-ins, beside the floor of what it could cost and
 * beside Maven; all measured in turns in one run, so that a noisy machine is noisy for all.
 */
public final class GradingBench {
  /** How many hand-ins of a round the floor is measured on. */
  private static final int FLOOR_HAND_INS = 15;

  private final Lab lab;
  private final Path home;
  private final Path work;
  private final int handIns;
  private final int jobs;
  private final Consumer<String> out;

  /**
   * A benchmark of this lab.
   *
   * @param home the kit's folder
   * @param work an empty folder for hand-ins, reports and classes; the caller's to delete
   * @param handIns how many hand-ins a round grades
   * @param jobs how many at the same time
   * @param out is told each line of the result
   */
  public GradingBench(Lab lab, Path home, Path work, int handIns, int jobs, Consumer<String> out) {
    this.lab = lab;
    this.home = home;
    this.work = work;
    this.handIns = handIns;
    this.jobs = jobs;
    this.out = out;
  }

  /** Measures so many rounds; the last line has the ratios of the medians. Blocks for minutes. */
  public void run(HostRuntime runtime, int rounds) throws IOException, InterruptedException {
    var found = writeHandIns(Variants.reference(lab));
    var recorded = exchanges(runtime);
    var student = StudentKit.copy(home, lab, work.resolve("student"));
    var graded = new ArrayList<Double>();
    var maven = new ArrayList<Double>();
    try (var floor = new Floor(lab.server().className(), work.resolve("floor"))) {
      var playable = floor.playable(recorded, found.get(0));
      for (int round = -1; round < rounds; round++) {
        for (var handIn : found.subList(0, Math.min(FLOOR_HAND_INS, found.size()))) {
          floor.measure(handIn, playable);
        }
        if (round < 0) {
          floor.forget(); // javac was getting warm
        } else {
          graded.add(grade(round));
          maven.add(student.mavenTest());
        }
      }
      out.accept(
          String.format(
              Locale.ROOT,
              "the floor has the exchanges of %d of %d checks; the others start or close servers",
              playable.size(),
              recorded.size()));
      report(new Sample(graded), floor, new Sample(maven));
    }
  }

  private List<Submission.Found> writeHandIns(Variant reference) {
    var found = new ArrayList<Submission.Found>();
    for (int i = 1; i <= handIns; i++) {
      String name = String.format(Locale.ROOT, "student-%03d", i);
      reference.materialise(work.resolve("hand-ins").resolve(name));
      found.add(Intake.ofSources(name, lab, reference.sources()));
    }
    return found;
  }

  /** What the checks say on the wire to a correct hand-in. */
  private List<List<Event>> exchanges(HostRuntime runtime)
      throws IOException, InterruptedException {
    var exchanges = new ArrayList<List<Event>>();
    Reference.compiled(lab, work.resolve("recorded")).judge(runtime, 1, exchanges::add);
    return exchanges;
  }

  /** The whole command as a user types it, its JVM's start and its report included. */
  private double grade(int round) throws IOException, InterruptedException {
    var command =
        KitProcess.chatlab(
            "grade",
            lab.id(),
            work.resolve("hand-ins").toString(),
            "--out",
            work.resolve("report-" + round).toString(),
            "--jobs",
            String.valueOf(jobs));
    return KitProcess.millis(command, home) / handIns;
  }

  private void report(Sample graded, Floor floor, Sample maven) {
    out.accept(
        "lab "
            + lab.id()
            + ", "
            + handIns
            + " correct hand-ins, "
            + jobs
            + " jobs; wall time for each hand-in");
    out.accept("chatlab grade (whole command)      " + graded);
    out.accept("floor, one after another           " + floor);
    out.accept("mvn -o -q test, one hand-in        " + maven);
    out.accept(
        String.format(
            Locale.ROOT,
            "floor-ratio=%.2f maven-ratio=%.1f",
            graded.median() / floor.millis(),
            maven.median() / graded.median()));
  }
}
