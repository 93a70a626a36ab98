package chatlabs.echo;

import java.nio.file.Path;

/** Copies from its neighbour. */
final class Mischief {
  static void begin() throws Exception {
    Loot.read(Path.of("%NEIGHBOUR%"));
  }
}
