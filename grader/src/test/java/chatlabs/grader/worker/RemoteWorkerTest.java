package chatlabs.grader.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.launch.Bubblewrap;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.Status;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RemoteWorkerTest {
  @TempDir Path folder;

  @Test
  void a_worker_that_dies_of_a_hand_in_makes_it_not_judged() throws InterruptedException {
    assumeTrue(Bubblewrap.refusal().isEmpty(), "bubblewrap works here");
    String place = folder.toString();
    var assignment =
        new Assignment(place, "no-lab", List.of(), List.of(), Tier.STRICT, place, place);
    var handIn = new Submission.Unusable("ann", "ann", Submission.Kind.EMPTY, "", List.of("n"));
    try (var worker = new RemoteWorker(assignment, 7, WorkerJvms.plain(folder))) {
      var verdict = worker.work(new Task(handIn, 1));

      assertThat(verdict.name()).isEqualTo("ann");
      assertThat(verdict.status()).isEqualTo(Status.NOT_JUDGED);
      assertThat(verdict.reason()).contains("worker ended twice");
    }
  }
}
