package chatlabs.rooms;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of a password: enough to recognise it, and not enough to read it (ROOMS-5). */
final class Password {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private Password(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /** Makes a salt, and hashes; blocks for a good part of a second, on purpose. */
  static Password of(String password) {
    // <solution 2: fill 16 random bytes, hash with them and iterations(), keep all three>
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    int iterations = iterations();
    return new Password(iterations, salt, hash(password, salt, iterations));
    // </solution>
  }

  /** One that nothing matches; to find that out takes as long as with any other (ROOMS-3). */
  static Password ofNobody() {
    return new Password(iterations(), new byte[SALT_BYTES], new byte[HASH_BITS / 8]);
  }

  /** Whether it was made of this password; blocks as long as {@code of}. */
  boolean matches(String password) {
    // <solution 3: hash with the salt and iterations that were kept; compare in constant time>
    return MessageDigest.isEqual(hash, hash(password, salt, iterations));
    // </solution>
  }

  /** It as three words, for the accounts file. */
  String words() {
    Base64.Encoder base64 = Base64.getEncoder();
    return iterations + " " + base64.encodeToString(salt) + " " + base64.encodeToString(hash);
  }

  /**
   * It again from these words.
   *
   * @throws IllegalArgumentException when they are none such
   */
  static Password ofWords(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("not three words: " + words.length);
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] salt = base64.decode(words[1]);
    byte[] hash = base64.decode(words[2]);
    int iterations = Integer.parseInt(words[0]);
    if (iterations < 1 || salt.length != SALT_BYTES || hash.length != HASH_BITS / 8) {
      throw new IllegalArgumentException("numbers that cannot be");
    }
    return new Password(iterations, salt, hash);
  }

  private static int iterations() {
    return Integer.getInteger("chatlabs.pbkdf2.iterations", 600_000);
  }

  /** PBKDF2, as the JDK offers it. Given. */
  private static byte[] hash(String password, byte[] salt, int iterations) {
    char[] letters = password.toCharArray();
    PBEKeySpec work = new PBEKeySpec(letters, salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(work).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    } finally {
      work.clearPassword(); // what is not in memory cannot be stolen from there
      Arrays.fill(letters, ' ');
    }
  }
}
