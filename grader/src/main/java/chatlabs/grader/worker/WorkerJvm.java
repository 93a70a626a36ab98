package chatlabs.grader.worker;

import chatlabs.grader.archive.JvmArchive;
import chatlabs.grader.wire.TimeBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The JVM of a worker, and what is written to it and read from it. For one thread at a time. */
final class WorkerJvm {
  /** An archive takes it some 3 s; a {@link TimeBudget}. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Process process;
  private final Letters letters;
  private final JvmArchive.@Nullable Recording recording;
  private final AtomicBoolean isWanted;
  private volatile boolean isDismissed;

  /**
   * One that runs already, its standard error a pipe.
   *
   * @param recording how it can leave an archive behind, where there is none yet
   * @param isWanted whether one is still wanted of any worker
   */
  WorkerJvm(Process process, JvmArchive.@Nullable Recording recording, AtomicBoolean isWanted) {
    this.process = process;
    this.letters = new Letters(process.getInputStream(), process.getOutputStream());
    this.recording = recording;
    this.isWanted = isWanted;
    Thread.ofPlatform().daemon().name("trouble").start(this::passOnTrouble);
  }

  /** What it says when it is dismissed is about the archive alone. */
  private void passOnTrouble() {
    try (var trouble = process.errorReader()) {
      for (String line = trouble.readLine(); line != null; line = trouble.readLine()) {
        if (!isDismissed) {
          System.err.println(line);
        }
      }
    } catch (IOException killed) {
      return;
    }
  }

  Letters letters() {
    return letters;
  }

  /** Ends it at once, and with it what it has started. */
  void kill() {
    process.destroyForcibly();
    forget();
  }

  /**
   * Ends it when its work is done. Where it leaves an archive behind, that is waited for.
   *
   * @param isTypical whether its work was such as the archive is for
   */
  void dismiss(boolean isTypical) {
    isDismissed = true;
    if (recording != null && isTypical && isWanted.getAndSet(false)) {
      keep(recording);
    }
    kill();
  }

  private void keep(JvmArchive.Recording made) {
    var budget = new TimeBudget(LONGEST);
    try {
      process.getOutputStream().close(); // no more work: it ends by itself
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        if (budget.isSpent()) {
          return;
        }
      }
      if (process.exitValue() == 0) {
        made.keep();
      }
    } catch (IOException none) {
      return; // the next one tries it again
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      if (recording != null) {
        recording.close();
      }
    } catch (IOException left) {
      return; // what is left goes with the jar, when nobody uses that any more
    }
  }
}
