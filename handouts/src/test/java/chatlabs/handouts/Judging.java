package chatlabs.handouts;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Grader;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.launch.ChildJvm;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.report.CheckReport;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.verdict.Visibility;
import chatlabs.grader.wire.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Judges a variant of a lab and writes the report that its author would read. A mark names the lab,
 * the variant, and the checks; none means all public ones. Safe for use by several threads.
 */
final class Judging {
  /** Always the same, so that a report has the same words as the page. */
  private static final long SEED = 1;

  /** Many of these programs never answer: waiting for them tells nothing more. */
  static final Patience SHORT = new Patience(Duration.ofSeconds(1));

  private final Path home;
  private final Path folder;
  private final HostRuntime runtime;

  Judging(Path home, Path folder) throws IOException {
    this.home = home;
    this.folder = folder;
    this.runtime = HostRuntime.prepare(folder.resolve("runtime"), Tier.BASIC);
  }

  /** The lines of the report on {@code 01-echo one-read-is-one-message EchoServerTest#method}. */
  List<String> report(String mark, Patience patience) throws IOException, InterruptedException {
    var words = Arrays.asList(mark.split(" +"));
    var lab = lab(words.getFirst());
    var variant = variant(lab, words.get(1));
    var judge = new Judge(suite(lab, words.subList(2, words.size())), SEED, patience);
    var work = Files.createTempDirectory(folder, "classes");
    try (var grader = new Grader(classes -> new ChildJvm(runtime, classes), work)) {
      var handIn = Intake.ofSources(variant.name(), lab, variant.sources());
      return CheckReport.render(grader.grade(handIn, judge), false).lines().toList();
    }
  }

  private Lab lab(String id) {
    return Labs.find(home, id);
  }

  private static Variant variant(Lab lab, String name) {
    return Variants.all(lab).stream()
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(lab.id() + " has no variant " + name));
  }

  private static CheckSuite suite(Lab lab, List<String> ids) {
    var all = CheckSuite.of(lab);
    return all.only(ids.isEmpty() ? publicOnes(all) : ids);
  }

  private static List<String> publicOnes(CheckSuite all) {
    return all.checks().stream()
        .filter(check -> check.visibility() == Visibility.PUBLIC)
        .map(CheckInfo::id)
        .toList();
  }
}
