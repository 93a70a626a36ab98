package chatlabs.grader.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.launch.Tier;
import chatlabs.grader.submission.SourceFile;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final Letters sender = new Letters(InputStream.nullInputStream(), wire);

  @Test
  void hand_ins_arrive_as_they_were() throws IOException {
    var found =
        new Submission.Found(
            "ann",
            "class/ann",
            List.of(SourceFile.of("EchoServer.java", "class EchoServer { String ü = \"\\0\"; }")),
            List.of("chatlabs.echo.EchoClient"),
            List.of("a note"));
    var unusable =
        new Submission.Unusable("bob", "bob.zip", Submission.Kind.EMPTY, "no java", List.of());
    var program = new Submission.Program("eve", "class/eve");
    sender.send(new Task(found, 1, List.of("A#a")));
    sender.send(new Task(unusable, -2));
    sender.send(new Task(program, Long.MAX_VALUE));

    var receiver = receiver();

    assertThat(receiver.task()).isEqualTo(new Task(found, 1, List.of("A#a")));
    assertThat(receiver.task()).isEqualTo(new Task(unusable, -2));
    assertThat(receiver.task()).isEqualTo(new Task(program, Long.MAX_VALUE));
    assertThatThrownBy(receiver::task).isInstanceOf(EOFException.class);
  }

  @Test
  void assignments_and_verdicts_arrive_as_they_were() throws IOException {
    var assignment =
        new Assignment(
            "/kit",
            "01-echo",
            List.of("A#a"),
            List.of("x", "{port}"),
            Tier.STRICT,
            "/host",
            "/work");
    var check =
        new CheckVerdict(
            "A#a",
            "a",
            "ECHO-1",
            Visibility.HIDDEN,
            Verdict.UNSTABLE,
            2,
            0,
            "a message",
            "a hint",
            Evidence.NONE);
    var verdict =
        new SubmissionVerdict(
            "ann", "class/ann", Status.GRADED, 0, 2, "", List.of("n"), 12, List.of(check));
    sender.send(assignment);
    sender.send(verdict);

    var receiver = receiver();

    assertThat(receiver.assignment()).isEqualTo(assignment);
    assertThat(receiver.verdict()).isEqualTo(verdict);
  }

  @Test
  void what_is_no_letter_is_refused() throws IOException {
    wire.write(new byte[] {0, 0, 0, 2, '[', ']'});
    wire.write(new byte[] {-1, 0, 0, 0});
    var receiver = receiver();

    assertThatThrownBy(receiver::verdict).isInstanceOf(IOException.class);
    assertThatThrownBy(receiver::verdict).hasMessageContaining("bytes");
  }

  private Letters receiver() {
    return new Letters(new ByteArrayInputStream(wire.toByteArray()), wire);
  }
}
