package chatlabs.rooms.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A form in which a password is no secret: it can be undone, or looked up in tables.
 *
 * @param what the rest of the sentence "a password …"
 */
record Disguise(String what, byte[] bytes) {
  private static final List<String> UNSALTED = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  /** All such forms of a password of ASCII letters. */
  static List<Disguise> of(String password) {
    var all = new ArrayList<Disguise>();
    all.add(new Disguise("as it is", password.getBytes(UTF_8)));
    all.add(new Disguise("in UTF-16", password.getBytes(UTF_16LE)));
    all.add(new Disguise("in UTF-16", password.getBytes(UTF_16BE)));
    var backwards = new StringBuilder(password).reverse().toString();
    all.add(new Disguise("backwards", backwards.getBytes(UTF_8)));
    all.addAll(written("", password.getBytes(UTF_8)));
    for (int shift = 1; shift < 3; shift++) { // behind other bytes, Base64 looks different
      all.add(shifted(password, shift));
    }
    for (var algorithm : UNSALTED) {
      byte[] digest = digest(algorithm, password);
      all.add(new Disguise("as its " + algorithm, digest));
      all.addAll(written(" of its " + algorithm, digest));
    }
    return all;
  }

  /** Whether this stands anywhere in these bytes; letters of hex in either case. */
  boolean isIn(byte[] file) {
    var text = new String(file, ISO_8859_1);
    var wanted = new String(bytes, ISO_8859_1);
    return text.contains(wanted) || text.contains(wanted.toUpperCase(Locale.ROOT));
  }

  private static List<Disguise> written(String of, byte[] bytes) {
    var base64 = Base64.getEncoder().withoutPadding().encode(bytes);
    var forUrls = Base64.getUrlEncoder().withoutPadding().encode(bytes);
    return List.of(
        new Disguise("in hexadecimal" + of, HexFormat.of().formatHex(bytes).getBytes(UTF_8)),
        new Disguise("in Base64" + of, whole(base64, bytes.length)),
        new Disguise("in Base64" + of, whole(forUrls, bytes.length)));
  }

  /** The letters of Base64 that do not depend on what follows. */
  private static byte[] whole(byte[] base64, int length) {
    return java.util.Arrays.copyOf(base64, length / 3 * 4);
  }

  private static Disguise shifted(String password, int by) {
    byte[] bytes = ("\0".repeat(by) + password).getBytes(UTF_8);
    byte[] base64 = Base64.getEncoder().withoutPadding().encode(bytes);
    return new Disguise(
        "in Base64", java.util.Arrays.copyOfRange(base64, 4, bytes.length / 3 * 4));
  }

  private static byte[] digest(String algorithm, String password) {
    try {
      return MessageDigest.getInstance(algorithm).digest(password.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
