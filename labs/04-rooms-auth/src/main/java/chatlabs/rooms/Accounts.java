package chatlabs.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Who has an account. Owner of the accounts file: a line that says what it is, and then one line
 * for each account, its name and the words of its password.
 */
final class Accounts {
  private static final String FIRST_LINE = "chatlabs accounts 1";

  private final Path file;
  private final Map<String, Password> passwords = new ConcurrentHashMap<>(); // by name
  private final Password nobody = Password.ofNobody();

  // More hashing at a time than there are cores is no quicker, and leaves less for the messages.
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  private Accounts(Path file) {
    this.file = file;
  }

  /**
   * The accounts of this file; none, when there is no file yet.
   *
   * @throws IOException when the file cannot be read as accounts; it is left as it is (ROOMS-4)
   */
  static Accounts open(Path file) throws IOException {
    Accounts accounts = new Accounts(file);
    if (Files.exists(file)) {
      accounts.load();
    }
    return accounts;
  }

  /**
   * Makes an account; once this has returned true, no sudden end of the program can undo it.
   *
   * @return false when the name is taken
   * @throws IOException when it cannot be saved; then there is no such account
   */
  boolean register(String name, String password) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 4: hash without a lock, with withCore(); then add and save under the lock");
  }

  /** Whether there is such an account with this password; takes equally long if not (ROOMS-3). */
  boolean admits(String name, String password) {
    throw new UnsupportedOperationException(
        "TODO 5: check the password, with withCore(); that of nobody, for an unknown name");
  }

  /** Reads the file. */
  private void load() throws IOException {
    throw new UnsupportedOperationException(
        "TODO 7: read all lines; throw an IOException for anything that save() does not write");
  }

  /** Writes the file so that at every moment it is whole, the old one or the new one (ROOMS-4). */
  private void save() throws IOException {
    throw new UnsupportedOperationException(
        "TODO 6: write all of it to another file, force it to the disk, move it over this one");
  }

  /** Does this work when a core is free for it; on the calling thread, which waits. */
  private <T> T withCore(java.util.function.Supplier<T> work) {
    cores.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
