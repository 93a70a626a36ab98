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
  private final AtomicBoolean isWanted = new AtomicBoolean(true);

  private WorkerJvms(String classPath, @Nullable JvmArchive archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /** Those of this kit; the archive is kept with it, where that can be written. */
  static WorkerJvms of(Path kit) {
    if (Files.isWritable(kit)) {
      try {
        var grader = GraderJars.in(kit.resolve("target").resolve("worker"));
        return new WorkerJvms(grader.classPath(), JvmArchive.of(grader.first()));
      } catch (IOException full) {
        return plain(); // slower, and no less right
      }
    }
    return plain();
  }

  /** Those without an archive. */
  static WorkerJvms plain() {
    return new WorkerJvms(System.getProperty("java.class.path"), null);
  }

  /** Starts one, in a network of its own. */
  WorkerJvm start() throws IOException {
    var recording = archive == null || archive.isMade() ? null : archive.record();
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
