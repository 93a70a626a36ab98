package chatlabs.handouts;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.handout.Handouts;
import chatlabs.grader.handout.Rehearsal;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.wire.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The pages of this kit hold. Labs and pages are found: a new one changes nothing here. */
class HandoutsHoldTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir private static Path folder;

  private final Handouts handouts = Handouts.of(HOME);

  @Test
  void quotes_links_ids_and_todo_numbers_lead_somewhere() {
    assertThat(handouts.problems(HOME)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> sessions_go_with_the_reference_as_the_page_says() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    for (var lab : Labs.all(HOME)) {
      var sessions = handouts.sessions(lab);
      if (!sessions.isEmpty()) {
        var rehearsal = new Rehearsal(lab, reference(lab), folder, Patience.USUAL);
        for (var session : sessions) {
          var name = session.page() + ":" + session.steps().getFirst().line();
          tests.add(
              DynamicTest.dynamicTest(
                  name, () -> assertThat(rehearsal.play(session)).isEmpty()));
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> reports_read_as_the_page_says() throws IOException {
    var judging = new Judging(HOME, folder);
    return handouts.reports().stream()
        .map(quote -> DynamicTest.dynamicTest(quote.place(), () -> holds(quote, judging)));
  }

  /** Line by line: what several connections do at one moment may stand in another order. */
  private static void holds(Handouts.Marked quote, Judging judging) throws Exception {
    var due = withoutTimes(quote.block().lines());
    var report = judging.report(quote.block().argument(), Judging.SHORT);
    if (!withoutTimes(report).containsAll(due)) { // a second may be too short on a busy machine
      report = judging.report(quote.block().argument(), Patience.USUAL);
    }
    assertThat(withoutTimes(report))
        .as("the report:%n%s", String.join("\n", report))
        .containsAll(due);
  }

  /** A diagram's times differ from run to run, and a line that is only … stands for some left out. */
  private static List<String> withoutTimes(List<String> lines) {
    return lines.stream()
        .map(line -> line.strip().replaceFirst("^\\d+\\.\\d ms +", ""))
        .filter(line -> !line.equals("…"))
        .toList();
  }

  private static Path reference(Lab lab) throws IOException, InterruptedException {
    var reference = Variants.reference(lab);
    try (var compiler = new Compiler()) {
      var handIn = Intake.ofSources(reference.name(), lab, reference.sources());
      return switch (compiler.compile(handIn, folder.resolve("reference-" + lab.id()))) {
        case Build.Compiled done -> done.classes();
        case Build.Refused refused -> throw new IllegalStateException(refused.text());
      };
    }
  }
}
