package chatlabs.grader.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

/** A server of trusted code in a JVM of its own, for demonstrations: no limits, its own charset. */
public final class LiveServer implements AutoCloseable {
  private final CommandServer server;

  private LiveServer(CommandServer server) {
    this.server = server;
  }

  /**
   * Starts the main method of this class with port 0, and waits until it listens.
   *
   * @throws IOException when it ends before that; the message has what it printed
   */
  public static LiveServer start(Path classes, String mainClass) throws IOException {
    var command = List.of(JvmOptions.java(), "-cp", classes.toString(), mainClass, "0");
    var held = Holding.none().hold(command, classes);
    var server = new LiveServer(CommandServer.start(held, CpuAllowance.usual(), failure -> {}));
    try {
      server.port();
      return server;
    } catch (CompletionException ended) {
      server.close();
      throw new IOException(ended.getCause() + "\n" + server.printed(), ended);
    }
  }

  /** The port on which it listens. */
  public int port() {
    return server.listening().join();
  }

  /** What it has printed. */
  public String printed() {
    return server.printed();
  }

  /** Blocks until the server ends. */
  public void waitForEnd() throws InterruptedException {
    server.waitForEnd();
  }

  @Override
  public void close() {
    server.close();
  }
}
