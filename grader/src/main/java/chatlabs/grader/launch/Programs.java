package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What programs this machine has, and what they say when they are tried. */
public final class Programs {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Programs() {}

  /**
   * What came of a program that was tried.
   *
   * @param status with which it ended
   * @param said what it printed, standard error included
   */
  public record Tried(int status, String said) {
    /** Whether it did what it was asked. */
    public boolean isWell() {
      return status == 0;
    }
  }

  /** Whether there is a program of this name on the path. */
  public static boolean onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, name).canExecute());
  }

  /**
   * Runs a trusted command to its end, with nothing to read. Blocks, 20 seconds at most.
   *
   * @throws IOException when it cannot be started, does not end, or its caller is interrupted
   */
  public static Tried tried(List<String> command) throws IOException {
    return tried(command, LONGEST);
  }

  static Tried tried(List<String> command, Duration longest) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      var said = CompletableFuture.supplyAsync(() -> all(process), Programs::onItsOwn);
      String text = said.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      return new Tried(process.exitValue(), text);
    } catch (TimeoutException hangs) {
      throw new IOException(command.get(0) + " does not end", hangs);
    } catch (ExecutionException unread) {
      throw new IOException(command.get(0) + ": " + unread.getCause(), unread);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.get(0) + " was tried", stopped);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void onItsOwn(Runnable reading) {
    PipeThread.start("tried", reading);
  }

  private static String all(Process process) {
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
