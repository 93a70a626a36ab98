package chatlabs.grader.worker;

import chatlabs.grader.archive.JvmArchive;
import chatlabs.grader.launch.Bubblewrap;
import chatlabs.grader.launch.SpareJvm;
import chatlabs.grader.launch.Spawner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Starts the JVMs of workers. One of a new build's first run leaves an archive of its classes
 * behind, from which all of later runs start with some two thirds of the processor time. Safe for
 * use by several threads.
 */
final class WorkerJvms {
  private final String classPath;
  private final @Nullable JvmArchive archive;
  private final Path work;
  private final AtomicBoolean isWanted = new AtomicBoolean(true);

  private WorkerJvms(String classPath, @Nullable JvmArchive archive, Path work) {
    this.classPath = classPath;
    this.archive = archive;
    this.work = work;
  }

  /**
   * Those of this kit; the archive is kept with it, where that can be written.
   *
   * @param work a folder for what becomes the archive; the caller's to delete
   */
  static WorkerJvms of(Path kit, Path work) {
    if (Files.isWritable(kit)) {
      try {
        var grader = GraderJars.in(kit.resolve("target").resolve("worker"));
        return new WorkerJvms(grader.classPath(), JvmArchive.of(grader.first()), work);
      } catch (IOException full) {
        return plain(work); // slower, and no less right
      }
    }
    return plain(work);
  }

  /** Those without an archive. */
  static WorkerJvms plain(Path work) {
    return new WorkerJvms(System.getProperty("java.class.path"), null, work);
  }

  /** Starts one, in a network of its own. */
  WorkerJvm start() throws IOException {
    var recording = archive == null || archive.isMade() ? null : archive.record(work);
    var options = new ArrayList<>(List.of("-Xmx1g"));
    if (recording != null) {
      options.addAll(recording.options());
    } else if (archive != null) {
      options.addAll(archive.options());
    }
    var command = Bubblewrap.withOwnNetwork(SpareJvm.command(classPath, WorkerMain.class, options));
    return new WorkerJvm(Spawner.start(new ProcessBuilder(command)), recording, isWanted);
  }
}
