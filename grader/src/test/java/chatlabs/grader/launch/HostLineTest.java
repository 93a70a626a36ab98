package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from a host is written by a hand-in that has got at its insides. */
@Timeout(60)
class HostLineTest {
  private final BlockingQueue<Failure> trouble = new LinkedBlockingQueue<>();
  @AutoClose private Socket host;
  @AutoClose private HostLine line;

  @BeforeEach
  void connect() throws IOException {
    try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      host = new Socket(door.getInetAddress(), door.getLocalPort());
      line = new HostLine(door.accept(), () -> new Failure.Ended("ended"), trouble::add);
    }
    line.start();
  }

  @Test
  void answers_find_their_requests_in_any_order() throws Exception {
    var first = line.ask(request());
    var second = line.ask(request());
    says("{\"id\":2,\"result\":\"two\"}\n{\"id\":1,\"result\":\"one\"}\n");

    assertThat(first.get()).isEqualTo("one");
    assertThat(second.get()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage\n", "[]\n", "{\"id\":\n", "\u0000\n", "{\"uncaught\":3}\n"})
  void a_host_that_sends_junk_is_done_with(String junk) throws Exception {
    var asked = line.ask(request());
    says(junk);

    assertEnded(asked);
    assertThat(trouble.take()).isInstanceOf(Failure.Ended.class);
    assertThat(line.isOpen()).isFalse();
    assertEnded(line.ask(request()));
  }

  @Test
  void nesting_without_end_is_junk_too() throws Exception {
    var asked = line.ask(request());
    says("{\"a\":" + "[".repeat(1_000_000) + "\n");

    assertEnded(asked);
  }

  @Test
  void an_answer_without_end_is_cut_off() throws Exception {
    var asked = line.ask(request());
    byte[] much = "x".repeat(1 << 20).getBytes(UTF_8);
    OutputStream out = host.getOutputStream();
    Thread.ofVirtual().start(() -> flood(out, much));

    assertEnded(asked);
  }

  @Test
  void an_answer_of_another_kind_is_the_programs_fault() throws Exception {
    var junk = line.ask(request());
    var number = line.ask(request(), String.class);
    says("{\"id\":1,\"result\":{\"bytes\":\"?\"}}\n{\"id\":2,\"result\":7}\n");

    assertEnded(junk);
    assertEnded(number);
  }

  @Test
  void exceptions_of_an_earlier_epoch_are_not_told() throws Exception {
    line.beginAfresh(request());
    says(uncaught(0, "old") + uncaught(1, "new"));

    assertThat(((Failure.Threw) trouble.take()).thrown().message()).isEqualTo("new");
  }

  @Test
  void a_host_that_takes_nothing_does_not_stop_the_grader() {
    var big = request();
    big.put("text", "x".repeat(16 << 20));

    assertThat(line.ask(big)).isNotDone();
    assertThat(line.ask(request())).isNotDone();
  }

  @Test
  void closing_ends_what_waits_and_is_no_news() throws Exception {
    var asked = line.ask(request());
    line.close();

    assertEnded(asked);
    assertThat(trouble).isEmpty();
  }

  @Test
  void names_are_names_whatever_was_sent() throws Exception {
    var names = line.askForNames(request());
    var none = line.askForNames(request());
    says("{\"id\":1,\"result\":[\"a\",3,null]}\n{\"id\":2,\"result\":\"b\"}\n");

    assertThat(names.get()).isEqualTo(List.of("a", "3", "null"));
    assertThat(none.get()).isEmpty();
  }

  private static String uncaught(int epoch, String message) {
    return "{\"epoch\":"
        + epoch
        + ",\"uncaught\":{\"types\":[\"X\"],\"message\":\""
        + message
        + "\"}}\n";
  }

  private static void flood(OutputStream out, byte[] much) {
    try {
      while (true) {
        out.write(much);
      }
    } catch (IOException cutOff) {
      // as it should be
    }
  }

  private void says(String text) throws IOException {
    host.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static JsonObject request() {
    return new JsonObject();
  }

  private static void assertEnded(CompletableFuture<?> future) {
    assertThat(future)
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(Failure.Ended.class);
  }
}
