package chatlabs.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Reads zip files. Each entry is checked and really unpacked, and what it unpacks to is counted,
 * whether somebody wants it or not: a zip that unpacks to gigabytes is refused, not guessed at.
 */
final class ZipReader {
  private final ZipFile zip;
  private final Budget budget;
  private final Archive.Sink sink;
  private final Set<String> seen = new HashSet<>();

  private ZipReader(ZipFile zip, Budget budget, Archive.Sink sink) {
    this.zip = zip;
    this.budget = budget;
    this.sink = sink;
  }

  static void read(Path file, Budget budget, Archive.Sink sink) throws IOException {
    if (Files.size(file) == 0) {
      throw new Refusal("it is an empty file, not a zip");
    }
    ZipDirectory.refuseTooMany(file, budget.maxFiles());
    try (var zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
      new ZipReader(zip, budget, sink).all();
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Refusal("it is a broken zip, or none at all (" + e.getMessage() + ")", e);
    }
  }

  private void all() throws IOException {
    for (var entry : Collections.list(zip.getEntries())) {
      var path = EntryName.checked(EntryName.decoded(entry.getRawName()));
      budget.file(path);
      check(entry, path);
      if (!entry.isDirectory() && !path.isEmpty()) {
        unpack(entry, path);
      }
    }
  }

  private void check(ZipArchiveEntry entry, String path) throws Refusal {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new Refusal("its entry " + path + " is encrypted; ask for a zip without password");
    }
    if (entry.isUnixSymlink()) {
      throw new Refusal("its entry " + path + " is a symbolic link");
    }
    if (!entry.isDirectory() && !seen.add(path)) {
      throw new Refusal("it has two entries named " + path);
    }
    if (!entry.isDirectory() && !zip.canReadEntryData(entry)) {
      var method = ZipMethod.getMethodByCode(entry.getMethod());
      throw new Refusal(
          "its entry %s is compressed in a way that cannot be read here (method %d, %s); ask for a plain zip"
              .formatted(path, entry.getMethod(), method));
    }
  }

  private void unpack(ZipArchiveEntry entry, String path) throws IOException {
    try (var raw = zip.getInputStream(entry)) {
      if (raw == null) {
        throw new Refusal("its entry " + path + " has no data");
      }
      var in = budget.counting(path, raw);
      sink.file(path, in);
      budget.drain(in);
    } catch (ZipException e) {
      throw new Refusal("its entry " + path + " is broken (" + e.getMessage() + ")", e);
    }
  }
}
