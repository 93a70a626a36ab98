// Unusual: the file is a binary log. Each account is appended to it and forced to the disk; nothing
// is ever renamed or written again. A record that the last sudden death cut off is cut off.
package chatlabs.rooms;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Who has an account. */
final class Accounts {
  private static final long MAGIC = 0x63686174_61636373L;

  private final RandomAccessFile log;
  private final Map<String, Password> passwords = new HashMap<>(); // guarded by this
  private final Password nobody = Password.ofNobody();
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  private Accounts(RandomAccessFile log) {
    this.log = log;
  }

  static Accounts open(Path file) throws IOException {
    boolean isNew = !Files.exists(file);
    RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw");
    Accounts accounts = new Accounts(log);
    try {
      if (isNew) {
        log.writeLong(MAGIC);
        log.getFD().sync();
      } else {
        accounts.load(file);
      }
      return accounts;
    } catch (IOException e) {
      log.close();
      throw e;
    }
  }

  private void load(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(all));
    if (all.length < 8 || in.readLong() != MAGIC) {
      throw new IOException(file + " is no log of accounts");
    }
    long end = 8;
    while (in.available() >= 2) {
      int length = in.readUnsignedShort();
      if (in.available() < length) {
        break;
      }
      byte[] record = in.readNBytes(length);
      DataInputStream fields = new DataInputStream(new java.io.ByteArrayInputStream(record));
      passwords.put(fields.readUTF(), Password.ofWords(fields.readUTF()));
      end += 2 + length;
    }
    log.setLength(end);
    log.seek(end);
  }

  boolean register(String name, String password) throws IOException {
    Password hashed = withCore(() -> Password.of(password));
    synchronized (this) {
      if (passwords.containsKey(name)) {
        return false;
      }
      append(name, hashed);
      passwords.put(name, hashed);
      return true;
    }
  }

  private void append(String name, Password hashed) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(record);
    fields.writeUTF(name);
    fields.writeUTF(hashed.words());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    new DataOutputStream(whole).writeShort(record.size());
    record.writeTo(whole);
    log.write(whole.toByteArray());
    log.getFD().sync();
  }

  boolean admits(String name, String password) {
    Password kept;
    synchronized (this) {
      kept = passwords.getOrDefault(name, nobody);
    }
    return withCore(() -> kept.matches(password));
  }

  private <T> T withCore(java.util.function.Supplier<T> work) {
    cores.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
