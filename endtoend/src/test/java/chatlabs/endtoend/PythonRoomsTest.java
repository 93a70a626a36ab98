package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Rooms and accounts in another language: also the accounts file is judged, whatever its format. */
@Execution(ExecutionMode.CONCURRENT)
class PythonRoomsTest {
  private static final Path SAMPLE = Chatlab.HOME.resolve("samples/python/rooms_server.py");
  private static final String READABLE = "AccountsFileTest#no_password_can_be_read_in_the_file";
  private static final String LOST = "AccountsFileTest#accounts_survive_the_sudden_death_of_the_process";
  private static final String SALT = "secrets.token_bytes(16)";
  private static final String SAVED = "self.save({**self.kept, name: hashed})";

  @TempDir static Path temp;
  private static Chatlab chatlab;

  @BeforeAll
  static void look_for_python() throws Exception {
    chatlab = Python.beside(SAMPLE, temp);
  }

  @Test
  void passes_all_that_can_be_seen() throws Exception {
    var run = chatlab.run("check", "04", "--run", "python3 rooms_server.py {port}");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("Score 130 of 130", "failed 0 ", "not started 0 ")
        .doesNotContain("unstable");
  }

  @Test
  void a_password_that_can_be_read_in_the_file_is_seen() throws Exception {
    assertThat(mistaken(SALT, "password.encode()"))
        .contains("Score 4 of 8", "failed 1 ", "a password in hexadecimal");
  }

  @Test
  void accounts_that_are_not_saved_are_seen() throws Exception {
    assertThat(mistaken(SAVED, "pass")).contains("Score 0 of 8", "failed 2 ", "ERR bad-credentials");
  }

  /** What the two checks of the file say when this stands in the program instead. */
  private static String mistaken(String right, String wrong) throws Exception {
    String program = Files.readString(SAMPLE, UTF_8);
    assertThat(program).contains(right);
    Path file = Files.createTempFile(temp, "wrong", ".py");
    Files.writeString(file, program.replace(right, wrong));
    var run =
        chatlab.run(
            "check", "04", "--run", "python3 " + file.getFileName() + " {port}",
            "--check", READABLE, "--check", LOST);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
    return run.output();
  }
}
