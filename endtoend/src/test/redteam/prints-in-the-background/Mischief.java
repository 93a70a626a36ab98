package chatlabs.echo;


/** Endless output beside a right server. */
final class Mischief {
  static void begin() throws Exception {
    byte[] line = "I am still here\n".repeat(100).getBytes();
    var thread = new Thread(() -> {
      while (true) {
        System.out.write(line, 0, line.length);
      }
    });
    thread.setDaemon(true);
    thread.start();
  }
}
