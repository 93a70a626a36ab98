package chatlabs.handouts;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.handout.Handouts;
import chatlabs.grader.handout.Rehearsal;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.wire.Patience;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages of this kit hold. Labs and pages are found: a new one changes nothing here. */
class HandoutsHoldTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir private static Path folder;

  @Test
  void quotes_links_ids_and_todo_numbers_lead_somewhere() {
    assertThat(Handouts.of(HOME).problems(HOME)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> sessions_go_with_the_reference_as_the_page_says() {
    var handouts = Handouts.of(HOME);
    return Labs.all(HOME).stream()
        .filter(lab -> !handouts.sessions(lab).isEmpty())
        .flatMap(
            lab -> {
              var here = folder.resolve(lab.id());
              var classes = Reference.compiled(lab, here);
              var rehearsal = new Rehearsal(lab, classes, here, Patience.USUAL);
              return handouts.sessions(lab).stream()
                  .map(
                      session ->
                          DynamicTest.dynamicTest(
                              session.page() + ":" + session.steps().getFirst().line(),
                              () -> assertThat(rehearsal.play(session)).isEmpty()));
            });
  }
}
