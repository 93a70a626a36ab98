package chatlabs.grader.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file with a line for each grading, in JSON, after one that says what is graded. Each line is
 * written at once, so that the file is whole whenever the soak ends; the last one may be torn all
 * the same, by the end of the machine, and is dropped then. For one soak at a time.
 */
public final class Ledger implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final LedgerLines.Header header;
  private final List<Entry> earlier;
  private final boolean torn;

  private Ledger(
      Path file,
      FileChannel channel,
      LedgerLines.Header header,
      List<Entry> earlier,
      boolean torn) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.earlier = List.copyOf(earlier);
    this.torn = torn;
  }

  /**
   * Opens it, or begins it where there is none.
   *
   * @param file where it is
   * @param lab the id of the lab that is graded
   * @param digest of the checks and of what runs the variants, as {@link Fingerprint} makes it
   * @param seed the first seed of a new one
   * @param wanted the seed that somebody asked for, or null
   * @throws BadLedger when it is another soak's, no ledger at all, or cannot be read or written
   */
  public static Ledger open(
      Path file, String lab, String digest, long seed, @Nullable Long wanted) {
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        lock(file, channel);
        var fresh = new LedgerLines.Header(lab, digest, wanted == null ? seed : wanted);
        return read(file, channel, fresh, wanted);
      } catch (IOException | RuntimeException failed) {
        channel.close();
        throw failed;
      }
    } catch (NoSuchFileException nowhere) {
      throw new BadLedger("--ledger " + file + ": its folder is not there; make it first");
    } catch (IOException failed) {
      throw new BadLedger(
          "--ledger " + file + ": " + Objects.toString(failed.getMessage(), "failed"));
    }
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException here) {
      // as below
    }
    throw new BadLedger("--ledger " + file + ": it is in use by another soak");
  }

  private static Ledger read(
      Path file, FileChannel channel, LedgerLines.Header fresh, @Nullable Long wanted)
      throws IOException {
    byte[] bytes = Channels.newInputStream(channel).readAllBytes();
    if (bytes.length == 0) {
      var ledger = new Ledger(file, channel, fresh, List.of(), false);
      ledger.write(LedgerLines.of(fresh));
      return ledger;
    }
    int end = afterLastLine(bytes);
    var lines = new String(bytes, 0, end, UTF_8).lines().toList();
    var header = LedgerLines.header(file, lines.isEmpty() ? "" : lines.get(0));
    header.refuseUnless(file, fresh, wanted != null);
    var earlier = new ArrayList<Entry>();
    for (int i = 1; i < lines.size(); i++) {
      earlier.add(LedgerLines.entry(file, i + 1, lines.get(i)));
    }
    channel.truncate(end);
    return new Ledger(file, channel, header, earlier, end < bytes.length);
  }

  private static int afterLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** The first seed of the soak. */
  public long seed() {
    return header.seed();
  }

  /** What was graded before, by earlier calls. */
  public List<Entry> earlier() {
    return earlier;
  }

  /** Whether a last line was torn, and dropped. */
  public boolean wasTorn() {
    return torn;
  }

  /** Adds a grading. Safe for use by several threads. */
  public synchronized void add(Entry entry) {
    try {
      write(LedgerLines.of(entry));
    } catch (IOException failed) {
      throw new UncheckedIOException("the ledger " + file + ": " + failed, failed);
    }
  }

  private void write(String line) throws IOException {
    var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
