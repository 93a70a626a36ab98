package chatlabs.echo;


/** Interrupts every thread that it can find. */
final class Mischief {
  static void begin() throws Exception {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread != Thread.currentThread())
        .forEach(Thread::interrupt);
  }
}
