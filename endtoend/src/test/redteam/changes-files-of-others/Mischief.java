package chatlabs.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Adds a line to a file of somebody else. */
final class Mischief {
  static void begin() throws Exception {
    try {
      Files.writeString(Path.of("%VICTIM%/keep.txt"), "and this\n", StandardOpenOption.APPEND);
    } catch (IOException held) {
      System.out.println(held);
    }
  }
}
