package chatlabs.echo;

import java.util.concurrent.CountDownLatch;

/** Threads by the thousand. */
final class Mischief {
  static void begin() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      var thread = new Thread(() -> {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
          throw new IllegalStateException(stopped);
        }
      });
      thread.setDaemon(true);
      thread.start();
    }
  }
}
