package chatlabs.echo;

import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Does not go. */
final class Mischief {
  static void begin() throws Exception {
    Signal.handle(new Signal("TERM"), SignalHandler.SIG_IGN);
    Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
    Runtime.getRuntime().addShutdownHook(new Thread(Mischief::hang));
    Loot.shell("(trap '' TERM INT HUP; setsid sleep 90.%MARK% >/dev/null 2>&1 &)");
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      hang();
    }
  }
}
