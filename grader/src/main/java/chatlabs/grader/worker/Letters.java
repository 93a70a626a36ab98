package chatlabs.grader.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the grader and a worker write to each other over the worker's standard streams: JSON, each
 * piece after its length in bytes. Both ends are the kit's own; no hand-in can reach them.
 */
final class Letters {
  /** Longer than any verdict: 256 MiB. */
  private static final int LONGEST = 256 << 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DataInputStream in;
  private final DataOutputStream out;

  Letters(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /** A hand-in of one of the kinds, and what else its task says. */
  private record Envelope(
      Submission.@Nullable Found found,
      Submission.@Nullable Unusable unusable,
      Submission.@Nullable Program program,
      long seed,
      List<String> checks) {}

  void send(Assignment assignment) throws IOException {
    write(assignment);
  }

  void send(Task task) throws IOException {
    long seed = task.seed();
    var checks = task.checks();
    write(
        switch (task.handIn()) {
          case Submission.Found found -> new Envelope(found, null, null, seed, checks);
          case Submission.Unusable unusable -> new Envelope(null, unusable, null, seed, checks);
          case Submission.Program program -> new Envelope(null, null, program, seed, checks);
        });
  }

  void send(SubmissionVerdict verdict) throws IOException {
    write(verdict);
  }

  Assignment assignment() throws IOException {
    return read(Assignment.class);
  }

  /**
   * The next task. Blocks.
   *
   * @throws EOFException when there is none any more
   */
  Task task() throws IOException {
    var envelope = read(Envelope.class);
    return Stream.of(envelope.found(), envelope.unusable(), envelope.program())
        .<Submission>mapMulti(
            (handIn, keep) -> {
              if (handIn != null) {
                keep.accept(handIn);
              }
            })
        .findFirst()
        .map(handIn -> new Task(handIn, envelope.seed(), envelope.checks()))
        .orElseThrow(() -> new IOException("an empty envelope"));
  }

  /** The next verdict. Blocks. */
  SubmissionVerdict verdict() throws IOException {
    return read(SubmissionVerdict.class);
  }

  private void write(Object value) throws IOException {
    byte[] json = JSON.writeValueAsString(value).getBytes(UTF_8);
    out.writeInt(json.length);
    out.write(json);
    out.flush();
  }

  private <T> T read(Class<T> type) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a letter of " + length + " bytes");
    }
    try {
      return JSON.readValue(in.readNBytes(length), type);
    } catch (JacksonException broken) {
      throw new IOException("a letter that is no " + type.getSimpleName(), broken);
    }
  }
}
