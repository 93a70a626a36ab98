package chatlabs.grader.launch;

import chatlabs.grader.archive.JarWriter;
import chatlabs.grader.archive.Origin;
import chatlabs.grader.archive.Shelf;
import chatlabs.grader.host.HostMain;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The archive with which a hand-in's JVM starts: the {@code host} package and its JSON parser,
 * nothing else of the grader. It is made once and kept under its check sum, because a JVM archives
 * loaded classes of archives only, which halves its start.
 */
final class HostJar {
  private static final List<Class<?>> ROOTS = List.of(HostMain.class, JsonObject.class);

  private HostJar() {}

  /** The archive in this folder; made, whole or not at all, when it is not there. */
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "host", ".tmp");
    try {
      write(temporary);
      String checksum = checksum(temporary);
      Path jar = folder.resolve("host-" + checksum + ".jar");
      readable(temporary);
      if (!Files.exists(jar) || !checksum.equals(checksum(jar))) {
        Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
      }
      new Shelf(folder).use(jar);
      return jar;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Hand-ins may run as other users than the one who made it. */
  private static void readable(Path jar) throws IOException {
    if (Files.getFileStore(jar).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void write(Path jar) throws IOException {
    try (var writer = new JarWriter(jar, Deflater.DEFAULT_COMPRESSION)) {
      writer.add(manifest());
      for (var root : ROOTS) {
        addPackage(root, writer);
      }
    }
  }

  /** The same is said by an option, but with that the JVM takes longer to start. */
  private static Manifest manifest() {
    var manifest = new Manifest();
    var main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, HostMain.class.getName());
    main.put(new Attributes.Name("Add-Exports"), "java.base/jdk.internal.vm");
    return manifest;
  }

  private static void addPackage(Class<?> member, JarWriter writer) throws IOException {
    String folder = member.getPackageName().replace('.', '/');
    try (var origin = Origin.of(member)) {
      addFiles(origin.root().resolve(folder), folder, writer);
    }
  }

  private static void addFiles(Path from, String folder, JarWriter writer) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        writer.add(folder + "/" + file.getFileName(), file);
      }
    }
  }

  private static String checksum(Path file) throws IOException {
    var crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return Long.toHexString(crc.getValue());
  }
}
