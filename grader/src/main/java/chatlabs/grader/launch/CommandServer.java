package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.host.CpuTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One process of a command. Its output is searched for {@code LISTENING <port>}, which tells where
 * to connect; no verdict comes from what it prints.
 */
final class CommandServer implements Launched, AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("\\s*LISTENING (\\d{1,5})\\s*");
  private static final int LONGEST_LINE = 1_000;

  private final HeldProcess held;
  private final Output output = new Output();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Consumer<Failure> trouble;
  private volatile boolean closed;

  private CommandServer(HeldProcess held, Consumer<Failure> trouble) {
    this.held = held;
    this.trouble = trouble;
  }

  /** Starts it. */
  static CommandServer start(Holding.Held how, CpuAllowance allowance, Consumer<Failure> trouble)
      throws IOException {
    var held = HeldProcess.start(how, false, allowance);
    var server = new CommandServer(held, trouble);
    long pid = held.process().pid();
    server.output.drain(held.process().getErrorStream(), "errors-" + pid);
    PipeThread.start("output-" + pid, server::read);
    return server;
  }

  /** Completes with the port once the program says that it listens. */
  CompletableFuture<Integer> listening() {
    return port;
  }

  /** Completes with what a check can do with it then. */
  CompletableFuture<Launched> launched() {
    return port.thenApply(known -> this);
  }

  @Override
  public int port() {
    return port.join();
  }

  @Override
  public CompletableFuture<Optional<Duration>> used() {
    return Own.result(() -> CpuTime.of(held.process()));
  }

  @Override
  public CompletableFuture<@Nullable Object> kill() {
    return Own.done(this::close);
  }

  void waitForEnd() throws InterruptedException {
    held.process().waitFor();
  }

  String printed() {
    return output.text();
  }

  @Override
  public void close() {
    closed = true;
    held.close();
  }

  private void read() {
    var line = new ByteArrayOutputStream();
    byte[] one = new byte[1];
    try (InputStream in = held.process().getInputStream()) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        one[0] = (byte) b;
        output.add(one, 0, 1);
        if (b == '\n') {
          look(line.toString(UTF_8));
          line.reset();
        } else if (line.size() < LONGEST_LINE) {
          line.write(b);
        }
      }
    } catch (IOException gone) {
      // the process is gone; said below
    }
    end();
  }

  private void look(String line) {
    var matcher = LISTENING.matcher(line);
    if (matcher.matches()) {
      port.complete(Integer.parseInt(matcher.group(1)));
    }
  }

  private void end() {
    if (closed) {
      return;
    }
    try {
      int status = held.process().waitFor();
      String how = "the command ended with exit status " + status;
      var ended = new Failure.Ended(held.whyStopped().orElse(how));
      port.completeExceptionally(ended);
      trouble.accept(ended);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
