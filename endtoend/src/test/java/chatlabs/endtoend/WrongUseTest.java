package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users do wrong: exit status 2, a message that says what, and never a stack trace. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
class WrongUseTest {
  private static final String OUT = "--out";
  private static final String CLIENT = "EchoClientTest#a_line_goes_out_and_its_reply_comes_back";

  @TempDir static Path temp;
  private Chatlab chatlab;

  /** Something that a user types, and what the message must have in it. */
  record Mistake(List<Object> typed, List<String> said) {
    static Mistake of(Object... typed) {
      return new Mistake(List.of(typed), List.of());
    }

    Mistake says(String... words) {
      return new Mistake(typed, List.of(words));
    }

    /** All that may follow {@code grade 01 class}. */
    static Mistake grading(Object... options) {
      var typed = new ArrayList<Object>(List.of("grade", "01", "class"));
      typed.addAll(List.of(options));
      return new Mistake(typed, List.of());
    }
  }

  @BeforeAll
  void hand_in() throws IOException {
    chatlab = new Chatlab(temp);
    HandIns.reference(temp.resolve("class/good"));
    Files.writeString(temp.resolve("a-file"), "not a folder");
    Files.createDirectories(temp.resolve("nothing"));
  }

  Stream<Mistake> mistakes() {
    return Stream.concat(mistakesOfGrading(), mistakesOfOthers());
  }

  private static Stream<Mistake> mistakesOfGrading() {
    return Stream.of(
        Mistake.of("grade", "99", "class", OUT, "report").says("no lab '99'", "01-echo"),
        Mistake.of("grade", "01", "nowhere", OUT, "report").says("there is no nowhere"),
        Mistake.of("grade", "01", "nothing", OUT, "report").says("no hand-ins in nothing"),
        Mistake.grading().says("--out"),
        Mistake.grading(OUT, "a-file").says("a-file is a file"),
        Mistake.grading(OUT, Path.of("a-file", "report")).says("a-file", "cannot be written"),
        Mistake.grading(OUT, "report", "--check", "tea").says("no check 'tea'", "EchoServerTest#"),
        Mistake.grading(OUT, "report", "--jobs", 0).says("--jobs 0"),
        Mistake.grading(OUT, "report", "--jobs", "all").says("--jobs", "'all'"),
        Mistake.grading(OUT, "report", "--shard", "3/2").says("--shard 3/2", "from 1 to N"),
        Mistake.grading(OUT, "report", "--shard", "half").says("--shard half", "I/N"),
        Mistake.grading(OUT, "report", "--sandbox", "steel").says("--sandbox", "steel"),
        Mistake.grading(OUT, "report", "--sandbox", "strict", "--run", "/opt/x/python {port}")
            .says("--sandbox strict"), // that it is not below /usr, or that there are no walls
        Mistake.grading(OUT, "report", "--run", "python3 server.py").says("{port}"),
        Mistake.grading(OUT, "report", "--run", "python3 a.py {port}", "--check", CLIENT)
            .says("--run", "classes"),
        Mistake.grading(OUT, "report", "--run", "no-such-command {port}").says("no-such-command"));
  }

  private static Stream<Mistake> mistakesOfOthers() {
    return Stream.of(
        Mistake.of("check", "01", "--at", "nonsense").says("--at nonsense", "HOST:PORT"),
        Mistake.of("check", "01", "--at", "localhost:99999").says("HOST:PORT"),
        Mistake.of("check", "01", "--run", "python3 server.py").says("{port}"),
        Mistake.of("check", "01", "--run", "a {port}", "--at", "a:1").says("mutually exclusive"),
        Mistake.of("check", "02", "--run", "python3 server.py {port}").says("--run", "classes"),
        Mistake.of("check", "02", "--at", "localhost:1").says("--at", "classes"),
        Mistake.of("check", "01", "class", "--at", "localhost:1").says("not both"),
        Mistake.of("replay", "nowhere", "class", "good").says("nowhere"),
        Mistake.of("variants", "01", OUT, "a-file").says("a-file: that is a file"),
        Mistake.of("serve", "01", "--port", 70_000).says("--port 70000"),
        Mistake.of("channel", "--to", 1, "--loss", "20").says("--loss", "write 20%"),
        Mistake.of("channel", "--to", 1, "--loss", "120%").says("from 0% to 100%"),
        Mistake.of("channel", "--to", 1, "--delay", "5").says("--delay", "write 5ms or 5s"),
        Mistake.of("channel", "--to", 70_000).says("--to 70000", "HOST:PORT"),
        Mistake.of("channel", "--to", 1, "--port", 70_000).says("--port 70000"),
        Mistake.of("channel", "--to", 4_000, "--port", 4_000).says("--port 4000", "--to"),
        Mistake.of("channel", "--to", 1, "--frame", "x").says("--frame", "'x' is no field"),
        Mistake.of("channel", "--lab", "01").says("01-echo", "no datagrams"),
        Mistake.of("bench", "suite", "tea").says("no lab 'tea'", "01-echo"),
        Mistake.of("bench", "suite", "--rounds", 0).says("--rounds"),
        Mistake.of("soak", "01", "--runs", 0).says("--runs 0", "from 1"),
        Mistake.of("soak", "01", "--load", -1).says("--load -1"),
        Mistake.of("soak", "01", "--only", "tea").says("no variant 'tea'"),
        Mistake.of("soak", "01", "--ledger", Path.of("nowhere", "l")).says("--ledger", "folder"),
        Mistake.of("soak", "01", "--ledger", "a-file").says("--ledger a-file", "line 1"),
        Mistake.of("selfcheck", "01", "--jobs", 0).says("--jobs 0"),
        Mistake.of("selfcheck", "01", "--runs", -1).says("--runs -1"),
        Mistake.of("greet").says("greet"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void is_told_without_a_stack_trace_and_ends_with_2(Mistake mistake) throws Exception {
    var result = chatlab.run(mistake.typed().toArray());
    assertThat(result.output())
        .contains(mistake.said())
        .doesNotContain("\tat ", "Exception:", ".writable", "bug of the kit");
    assertThat(result.exit()).as(result.output()).isEqualTo(2);
  }

  @Test
  void a_wish_that_cannot_be_granted_touches_nothing() throws Exception {
    chatlab.run("grade", "01", "class", OUT, "untouched", "--jobs", 0);
    chatlab.run("grade", "01", "class", OUT, "untouched", "--shard", "3/2");
    assertThat(temp.resolve("untouched")).doesNotExist();
  }
}
