package chatlabs.echo;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens the same file twenty thousand times. */
final class Mischief {
  private static final List<FileInputStream> OPEN = new ArrayList<>();

  static void begin() throws Exception {
    try {
      for (int i = 0; i < 20_000; i++) {
        OPEN.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException enough) {
      OPEN.clear();
    }
  }
}
