package chatlabs.grader.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An archive of the classes that a JVM loads from a jar, from which further JVMs start in two
 * thirds of the time: an AOT cache from JDK 25 on (JEP 514), a dynamic CDS archive before that (JEP
 * 350). A JVM makes it when it ends; without it everything works, only slower.
 */
public final class JvmArchive {
  private static final boolean AOT = Runtime.version().feature() >= 25;

  private final Path file;

  private JvmArchive(Path file) {
    this.file = file;
  }

  /** The archive of this jar for the JDK that this runs in. It is beside the jar. */
  public static JvmArchive of(Path jar) throws IOException {
    return new JvmArchive(jar.resolveSibling(name(jar, Path.of(System.getProperty("java.home")))));
  }

  /**
   * Names the archive for a jar and a JDK. A JVM does not take an archive of another one, and says
   * nothing: so the name changes also with a JDK that was replaced by one of the same version.
   */
  static String name(Path jar, Path jdk) throws IOException {
    String build = Integer.toHexString(List.of(jdk.toString(), classesOf(jdk)).hashCode());
    String name = jar.getFileName() + "-" + Runtime.version() + "-" + build;
    return name.replace(' ', '_') + (AOT ? ".aot" : ".jsa");
  }

  /** What tells the classes of one JDK from those of another: when they were written, and how many. */
  private static List<Object> classesOf(Path jdk) throws IOException {
    Path modules = jdk.resolve("lib").resolve("modules");
    return Files.exists(modules)
        ? List.of(Files.getLastModifiedTime(modules), Files.size(modules))
        : List.of();
  }

  /** Whether it is there. */
  public boolean isMade() {
    return Files.exists(file);
  }

  /** The options with which a JVM starts from it; none when it is not there. */
  public List<String> options() {
    return isMade() ? options(AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=", file) : List.of();
  }

  private static List<String> options(String what, Path file) {
    // a stale archive is no news, and what a JVM says could come between what its program says
    return List.of(what + file, "-Xlog:disable", "-Xlog:all=off:stderr");
  }

  /** Starts a JVM with these further options, lets it work a little, and waits for its end. */
  public interface Training {
    /** Does all that; blocks. */
    void run(List<String> options) throws IOException;
  }

  /** Makes it by a run of a JVM for that alone. Blocks. Where that comes to nothing, it is not made. */
  public void make(Training training) {
    try (var recording = new Recording(file.resolveSibling(beginning()))) {
      training.run(recording.options());
      recording.keep();
    } catch (IOException | RuntimeException untrained) {
      // JVMs start without an archive then; one that does not start at all is met by who needs it
    }
  }

  /**
   * Has it made by a JVM that is to be started for something else.
   *
   * @param work a folder of the caller's, for what the JVM writes until it has ended; deleted by the
   *     caller, so that a run that is broken off leaves nothing of it
   */
  public Recording record(Path work) {
    return new Recording(work.resolve(beginning()));
  }

  /** The name of one that is being made. */
  private String beginning() {
    return file.getFileName() + "." + UUID.randomUUID();
  }

  /** The making of it, from the start of a JVM to its end. */
  public final class Recording implements AutoCloseable {
    private final Path made;

    private Recording(Path made) {
      this.made = made;
    }

    /** The options with which the JVM is to be started. */
    public List<String> options() {
      return JvmArchive.options(AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=", made);
    }

    /** Takes what the JVM has made. To be called when that has ended by itself. */
    public void keep() throws IOException {
      if (Files.exists(made)) {
        Path beside = file.resolveSibling(made.getFileName());
        Files.move(made, beside, StandardCopyOption.REPLACE_EXISTING); // perhaps to another disk
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }

    /** Deletes what is left of it. */
    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.list(made.getParent())) {
        String begin = made.getFileName().toString();
        for (Path left : files.filter(f -> f.getFileName().toString().startsWith(begin)).toList()) {
          Files.deleteIfExists(left);
        }
      }
    }
  }
}
