package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.host.Ref;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandTest {
  @TempDir Path folder;
  private final BlockingQueue<Failure> trouble = new LinkedBlockingQueue<>();
  private Command command = new Command(List.of("true"), Path.of("."), "Server", Holding.basic());

  @AfterEach
  void end() {
    command.close();
  }

  @Test
  void a_server_in_any_language_tells_its_port() throws Exception {
    run(
        "import socket, sys\n"
            + "assert sys.argv[1] == '0'\n"
            + "s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(5)\n"
            + "print('hello'); print('LISTENING %d' % s.getsockname()[1], flush=True)\n"
            + "s.accept()[0].sendall(b'x')\n"
            + "while True: s.accept()\n");

    Ref server = command.make("Server", List.of(0)).join();
    long port = (Long) command.call(server, "port", List.of()).join();

    var address = command.address((int) port);
    try (var socket = new java.net.Socket(address.getAddress(), address.getPort())) {
      assertThat(socket.getInputStream().read()).isEqualTo('x');
    }
    assertThat(command.printed()).startsWith("hello\n");
  }

  @Test
  void one_that_dies_before_it_listens_has_ended() throws Exception {
    run("import sys\nprint('sorry', file=sys.stderr)\nsys.exit(4)\n");

    assertThat(failure(Failure.Ended.class, command.make("Server", List.of(0))))
        .hasMessage("the command ended with exit status 4");
    assertThat(trouble.take()).isInstanceOf(Failure.Ended.class);
  }

  @Test
  void one_that_never_listens_is_simply_not_ready_and_its_end_by_us_is_no_news() throws Exception {
    run("import sys\nprint('LISTENING soon', flush=True)\nsys.stdin.read()\n");
    var made = command.make("Server", List.of(0));

    command.close();

    assertThat(made).isNotDone();
    assertThat(trouble).isEmpty();
  }

  @Test
  void a_line_without_end_costs_nothing_and_hides_no_port() throws Exception {
    run("print('x' * 300000); print('LISTENING 4242', flush=True)\nimport sys; sys.stdin.read()\n");

    Ref server = command.make("Server", List.of(0)).join();

    assertThat(command.call(server, "port", List.of()).join()).isEqualTo(4242L);
    assertThat(command.printed()).contains("bytes of output not kept");
  }

  @Test
  void what_no_process_can_be_asked_is_out_of_reach() throws Exception {
    run("print('LISTENING 1', flush=True)\nimport sys; sys.stdin.read()\n");
    Ref server = command.make("Server", List.of(0)).join();

    failure(Failure.OutOfReach.class, command.make("Client", List.of("h", 1)));
    failure(Failure.OutOfReach.class, command.make("Server", List.of(80)));
    failure(Failure.OutOfReach.class, command.call(server, "close", List.of()));
    failure(Failure.OutOfReach.class, command.callStatic("Server", "x", List.of()));
    failure(Failure.OutOfReach.class, command.strayThreads());
  }

  @Test
  void one_that_uses_up_its_processor_time_is_stopped_and_that_is_explained() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "the watch needs /proc");
    run("while True: pass\n", new CpuAllowance(Duration.ofSeconds(1)));

    assertThat(failure(Failure.Ended.class, command.make("Server", List.of(0))))
        .hasMessage("the program was stopped: it had used up its 1 s of processor time");
    assertThat(command.usedUp()).isPresent();
  }

  private void run(String python) throws Exception {
    run(python, CpuAllowance.usual());
  }

  private void run(String python, CpuAllowance allowance) throws Exception {
    assumeTrue(Programs.onPath("python3"), "needs Python");
    var words = List.of("python3", "-c", python, "{port}");
    command = new Command(words, folder, "Server", Holding.basic(), allowance);
    command.fresh(trouble::add);
  }

  private static <F extends Failure> F failure(Class<F> type, CompletableFuture<?> future) {
    var wrapped = catchThrowableOfType(Throwable.class, future::join);
    Throwable cause = wrapped instanceof CompletionException ? wrapped.getCause() : wrapped;
    assertThat(cause).isInstanceOf(type);
    return type.cast(cause);
  }
}
