package chatlabs.echo;

/** Reads the properties of a JVM of somebody else, and could as well change it. */
final class Mischief {
  static void begin() throws Exception {
    Loot.attach(Long.parseLong("%JVM%"));
  }
}
