package chatlabs.echo;

import java.util.concurrent.TimeUnit;

/** A gigabyte and a half in a process beside the JVM, and no more. */
final class Mischief {
  static void begin() throws Exception {
    var child =
        new ProcessBuilder("sh", "-c", "head -c 1600000000 /dev/zero | tail -c 15%MARK% | wc -c");
    child.start().waitFor(20, TimeUnit.SECONDS);
  }
}
