package chatlabs.grader.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a jar; the same entries give the same bytes, whenever it is written. For one thread. */
public final class JarWriter implements Closeable {
  private final ZipOutputStream zip;

  /**
   * Begins one.
   *
   * @param level how hard to compress: 0, not at all, to 9; -1 for what is usual
   */
  public JarWriter(Path jar, int level) throws IOException {
    zip = new ZipOutputStream(Files.newOutputStream(jar));
    zip.setLevel(level);
  }

  /** Adds the manifest, which comes first. */
  public void add(Manifest manifest) throws IOException {
    begin(JarFile.MANIFEST_NAME);
    manifest.write(zip);
    zip.closeEntry();
  }

  /**
   * Adds this file.
   *
   * @param name its name in the jar, with slashes
   */
  public void add(String name, Path file) throws IOException {
    begin(name);
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
