package chatlabs.grader.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A digest of what is graded and by what: verdicts that have the same one can be compared. */
public final class Fingerprint {
  private static final int LENGTH = 16;

  /** Packages of the grader that have a part in a verdict. */
  private static final List<String> JUDGING =
      List.of("channel", "check", "host", "judge", "launch", "transcript", "verdict", "wire");

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The digest of a lab's compiled checks, of the grader's code that talks and judges for them, and
   * of the host under which variants meet them. Blocks.
   *
   * @param host what runs the variants, and how they are held
   * @param grader the root of the grader's compiled classes
   */
  public static String of(Lab lab, String host, Path grader) throws IOException {
    var fingerprint = new Fingerprint();
    fingerprint.add(host);
    for (var part : JUDGING) {
      fingerprint.files(grader.resolve("chatlabs/grader").resolve(part));
    }
    fingerprint.add(Files.readString(lab.folder().resolve("lab.properties"), UTF_8));
    fingerprint.filesIfAny(lab.publicChecks());
    fingerprint.filesIfAny(lab.hiddenChecks());
    return fingerprint.hex();
  }

  /** The digest of a variant: its sources, and the checks that have to catch it. */
  static String of(Variant variant) {
    var fingerprint = new Fingerprint();
    variant.caughtBy().stream().sorted().forEach(fingerprint::add);
    new TreeMap<>(variant.sources())
        .forEach(
            (path, text) -> {
              fingerprint.add(path);
              fingerprint.add(text);
            });
    return fingerprint.hex();
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  private void filesIfAny(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      files(folder);
    }
  }

  private void files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        add(folder.relativize(file).toString());
        add(Files.readAllBytes(file));
      }
    }
  }

  private void add(String text) {
    add(text.getBytes(UTF_8));
  }

  /** With its length, so that no two sequences of pieces look alike. */
  private void add(byte[] piece) {
    digest.update((piece.length + ":").getBytes(UTF_8));
    digest.update(piece);
  }
}
