package chatlabs.grader.worker;

import static java.util.function.Predicate.not;

import chatlabs.grader.archive.JarWriter;
import chatlabs.grader.archive.Shelf;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * A class path like this JVM's, with a jar in the place of each folder: a JVM archives loaded
 * classes of jars only.
 *
 * @param first the jar of the first folder; what else is kept beside it begins with its name
 * @param entries the class path
 */
record GraderJars(Path first, List<Path> entries) {

  /** Those of this JVM, in this folder; each made, whole or not at all, when it is not there. */
  static GraderJars in(Path folder) throws IOException {
    var entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(not(String::isEmpty))
            .map(Path::of)
            .toList();
    return of(entries, folder);
  }

  /** The same for another class path. */
  static GraderJars of(List<Path> entries, Path folder) throws IOException {
    // an archive keeps the jars' paths: one through a link may be gone when others use the archive
    Path place = Files.createDirectories(folder).toRealPath();
    Path first = place.resolve("grader-" + key(entries) + ".jar");
    var jars = new ArrayList<Path>();
    int number = 0;
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        Path jar = ++number == 1 ? first : Path.of(first + "-" + number + ".jar");
        if (!Files.exists(jar)) {
          write(entry, jar);
        }
        jars.add(jar);
      } else {
        jars.add(entry);
      }
    }
    new Shelf(folder).use(first);
    return new GraderJars(first, List.copyOf(jars));
  }

  /** As the option {@code -cp} wants it. */
  String classPath() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Another one when anything of the class path is another file, or was written anew: JDK 25 takes
   * an archive also when the jars that it was made of have changed.
   */
  private static String key(List<Path> entries) throws IOException {
    var told = new ArrayList<String>();
    for (Path entry : entries) {
      for (Path file : filesOf(entry)) {
        told.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return Integer.toHexString(told.hashCode());
  }

  /** In one order, whatever that of the file system is; of a file, itself; of nothing, none. */
  private static List<Path> filesOf(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(entry)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Its time is the same whoever writes it: JVMs compare it with that in the archive. */
  private static void write(Path folder, Path jar) throws IOException {
    Path temporary = Path.of(jar + "." + UUID.randomUUID());
    try {
      try (var writer = new JarWriter(temporary, Deflater.NO_COMPRESSION)) {
        for (Path file : filesOf(folder)) {
          writer.add(folder.relativize(file).toString().replace(File.separatorChar, '/'), file);
        }
      }
      Files.setLastModifiedTime(temporary, FileTime.fromMillis(0));
      Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
