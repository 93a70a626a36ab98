package chatlabs.echo;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files where it stands. */
final class Mischief {
  static void begin() throws Exception {
    Files.writeString(Path.of("server.log"), "started\n");
    Files.writeString(Path.of("chat.db"), "-");
  }
}
