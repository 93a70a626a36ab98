package chatlabs.grader.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An archive of the host's loaded classes, from which JVMs of hand-ins start in two thirds of the
 * time: an AOT cache from JDK 25 on (JEP 514), a dynamic CDS archive before that (JEP 350). Made
 * once by a training run; without it everything works, only slower.
 */
final class JvmArchive {
  private static final boolean AOT = Runtime.version().feature() >= 25;

  private JvmArchive() {}

  /** The options that use the archive for this jar, which is made when it is not there. */
  static List<String> optionsFor(Path jar, Training training) throws IOException {
    Path archive = jar.resolveSibling(name(jar, Path.of(System.getProperty("java.home"))));
    if (!Files.exists(archive)) {
      make(archive, training);
    }
    return Files.exists(archive) ? use(archive) : List.of();
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

  /** Starts a host with these further options, lets it work a little, and waits for its end. */
  interface Training {
    void run(List<String> options) throws IOException;
  }

  private static void make(Path archive, Training training) throws IOException {
    Path folder = Files.createTempDirectory(archive.getParent(), "training");
    Path made = folder.resolve("archive");
    try {
      training.run(List.of((AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + made));
      if (Files.exists(made)) {
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException | RuntimeException untrained) {
      // JVMs start without an archive then; one that does not start at all is met by who needs it
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static List<String> use(Path archive) {
    var options = new ArrayList<String>();
    options.add((AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    options.add("-Xlog:disable"); // a stale archive is no news for a student's output
    options.add("-Xlog:all=off:stderr");
    return options;
  }
}
