package chatlabs.grader.judge;

import chatlabs.grader.launch.ProcessTree;
import chatlabs.grader.wire.TimeBudget;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A temporary folder of one run; it is deleted with all that is in it when the run ends, also when
 * the run is broken off (Ctrl-C, SIGTERM).
 */
public final class Workspace implements AutoCloseable {
  /** The end of the JVM is held up no longer than this; a {@link TimeBudget}. */
  private static final Duration TIDYING = Duration.ofSeconds(5);

  /** So often in a row it must be seen to be gone, with this time between two looks. */
  private static final int LOOKS = 25;

  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Path folder;
  private final Thread hook = new Thread(this::endEarly, "workspace-end");

  /** Makes the folder. */
  public Workspace() throws IOException {
    folder = Files.createTempDirectory("chatlabs-");
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      // users of hand-ins may go through it to what they are told of, and list nothing
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Deletes it, whatever hand-ins have made of it: symbolic links in it are not followed, and trees
   * are taken down that are deeper than a path can be long.
   */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // the hook is at it
    }
    new Demolition(folder).run();
  }

  /**
   * Again and again: what judges in this JVM has not ended, and may write until then, and start a
   * worker in place of one that was killed. And a process that was started in the moment in which
   * its parent was killed is nobody's descendant any more: it makes the folder anew, and ends.
   */
  private void endEarly() {
    var budget = new TimeBudget(TIDYING);
    while (!staysGone() && !budget.isSpent()) {
      try {
        ProcessTree.killAll();
        new Demolition(folder).run();
      } catch (IOException | DirectoryIteratorException inUse) {
        Thread.onSpinWait(); // somebody was quicker
      }
    }
  }

  private boolean staysGone() {
    for (int look = 0; look < LOOKS; look++) {
      if (Files.exists(folder)) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
    return true;
  }
}
