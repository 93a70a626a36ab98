package chatlabs.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Twenty files of ten megabytes where it stands, and no more. */
final class Mischief {
  static void begin() throws Exception {
    byte[] much = new byte[10_000_000];
    try {
      for (int i = 0; i < 20; i++) {
        Files.write(Path.of("disk-%MARK%-" + i), much);
      }
    } catch (IOException full) {
      System.out.println(full);
    }
  }
}
