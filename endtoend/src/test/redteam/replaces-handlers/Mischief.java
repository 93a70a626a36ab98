package chatlabs.echo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Properties;

/** Puts its own in the place of streams, properties and handlers. */
final class Mischief {
  static void begin() throws Exception {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    System.setProperties(new Properties());
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> Runtime.getRuntime().halt(9));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("never mind")));
  }
}
