package chatlabs.echo;

/** Eight threads that do nothing as fast as they can. */
final class Mischief {
  static void begin() throws Exception {
    for (int i = 0; i < 8; i++) {
      var thread = new Thread(() -> {
        while (true) {
          Thread.onSpinWait();
        }
      });
      thread.setDaemon(true);
      thread.start();
    }
  }
}
