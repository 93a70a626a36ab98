package chatlabs.echo;

/** Puts a page of its own into the report. */
final class Mischief {
  static void begin() throws Exception {
    Loot.plant("%OUT%");
    Loot.plant("%OUT%/students");
  }
}
