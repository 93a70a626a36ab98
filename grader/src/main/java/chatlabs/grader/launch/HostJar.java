package chatlabs.grader.launch;

import chatlabs.grader.host.HostMain;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive with which a hand-in's JVM starts: the {@code host} package and its JSON parser,
 * nothing else of the grader. It is made once and kept under its check sum, because a JVM archives
 * loaded classes of archives only, which halves its start.
 */
final class HostJar {
  private static final List<Class<?>> ROOTS = List.of(HostMain.class, JsonObject.class);

  private static final String USED = ".used";
  private static final Duration KEPT = Duration.ofDays(2);

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
      Files.write(used(jar), new byte[0]); // not the jar: its own time must stay what it was
      forgetOld(folder);
      return jar;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Deletes the archives of earlier builds that nobody has used for days. */
  private static void forgetOld(Path folder) throws IOException {
    var oldest = FileTime.from(Instant.now().minus(KEPT));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path stamp : files.filter(f -> f.toString().endsWith(USED)).toList()) {
        if (Files.getLastModifiedTime(stamp).compareTo(oldest) < 0) {
          forget(stamp.getFileName().toString().replace(USED, ""), folder);
        }
      }
    } catch (NoSuchFileException gone) {
      return; // another grader cleans up at the same moment
    }
  }

  /** Deletes a jar and all that was made for it. */
  private static void forget(String jar, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(jar)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Its time says when the jar was last used. */
  private static Path used(Path jar) {
    return jar.resolveSibling(jar.getFileName() + USED);
  }

  /** Hand-ins may run as other users than the one who made it. */
  private static void readable(Path jar) throws IOException {
    if (Files.getFileStore(jar).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void write(Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        var zip = new ZipOutputStream(out)) {
      addManifest(zip);
      for (var root : ROOTS) {
        addPackage(root, zip);
      }
    }
  }

  /** The same is said by an option, but with that the JVM takes longer to start. */
  private static void addManifest(ZipOutputStream zip) throws IOException {
    var manifest = new Manifest();
    var main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, HostMain.class.getName());
    main.put(new Attributes.Name("Add-Exports"), "java.base/jdk.internal.vm");
    add(JarFile.MANIFEST_NAME, zip);
    manifest.write(zip);
    zip.closeEntry();
  }

  private static void add(String name, ZipOutputStream zip) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0); // the same classes give the same check sum
    zip.putNextEntry(entry);
  }

  private static void addPackage(Class<?> member, ZipOutputStream zip) throws IOException {
    Path origin = origin(member);
    String folder = member.getPackageName().replace('.', '/');
    if (Files.isDirectory(origin)) {
      addFiles(origin.resolve(folder), folder, zip);
      return;
    }
    try (FileSystem archive = FileSystems.newFileSystem(origin, Map.of())) {
      addFiles(archive.getPath(folder), folder, zip);
    }
  }

  private static void addFiles(Path from, String folder, ZipOutputStream zip) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        add(folder + "/" + file.getFileName(), zip);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private static Path origin(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String checksum(Path file) throws IOException {
    var crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return Long.toHexString(crc.getValue());
  }
}
