package chatlabs.grader.submission;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads tar and tar.gz files in one go, without unpacking anything to disk. */
final class TarReader {
  private TarReader() {}

  static void readGzip(Path file, Budget budget, Archive.Sink sink) throws IOException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file));
        var unpacked = new GZIPInputStream(raw)) {
      readAll(budget.counting(file.getFileName().toString(), unpacked), budget, sink);
    } catch (ZipException | EOFException e) {
      throw new Refusal("it is a broken gzip file (" + e.getMessage() + ")", e);
    }
  }

  static void read(Path file, Budget budget, Archive.Sink sink) throws IOException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file))) {
      readAll(budget.counting(file.getFileName().toString(), raw), budget, sink);
    }
  }

  private static void readAll(InputStream in, Budget budget, Archive.Sink sink) throws IOException {
    try (var tar = new TarArchiveInputStream(in, "UTF-8")) {
      var seen = new HashSet<String>();
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entry(entry, tar, budget, sink, seen);
      }
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Refusal("it is a broken tar archive (" + e.getMessage() + ")", e);
    }
  }

  private static void entry(
      TarArchiveEntry entry, InputStream in, Budget budget, Archive.Sink sink, Set<String> seen)
      throws IOException {
    var path = EntryName.checked(entry.getName());
    budget.file(path);
    if (entry.isDirectory() || path.isEmpty()) {
      return;
    }
    if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink()) {
      throw new Refusal("its entry " + path + " is a link or a device, not a file");
    }
    if (!seen.add(path)) {
      throw new Refusal("it has two entries named " + path);
    }
    sink.file(path, in);
  }
}
