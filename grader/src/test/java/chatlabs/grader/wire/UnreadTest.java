package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(30)
@EnabledOnOs(OS.LINUX)
class UnreadTest {
  private static final Duration PAUSE = Duration.ofMillis(200);

  @AutoClose private final Wire wire = wire(Duration.ofSeconds(5));
  @AutoClose private final Wire hasty = wire(Duration.ofMillis(20));
  @AutoClose private Program program;

  @BeforeEach
  void start() throws IOException {
    program = new Program();
  }

  @Test
  void what_was_sent_is_read_when_the_program_has_taken_it_from_its_buffer() throws Exception {
    var you = connect(wire).sends("half a line");
    long start = System.nanoTime();
    var reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  pause();
                  program.reads(11);
                });
    you.isRead();
    var waited = Duration.ofNanos(System.nanoTime() - start);
    reader.join();

    assertThat(waited).isBetween(PAUSE, Duration.ofSeconds(4));
  }

  @Test
  void a_program_that_does_not_read_is_not_waited_for_endlessly() {
    var you = connect(hasty).sends("half a line");
    long start = System.nanoTime();
    you.isRead();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(20));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Wire wire(Duration patience) {
    return new Wire(new Transcript(), new Patience(patience), new Bell(Alarm.NONE));
  }

  private Peer connect(Wire by) {
    var you = by.connect("you", "server", program.port());
    program.accepts();
    return you;
  }
}
