package chatlabs.echo;

/** Leaves a letter in each of the machine's common places. */
final class Mischief {
  static void begin() throws Exception {
    Loot.plant("/tmp");
    Loot.plant("/var/tmp");
    Loot.plant("/dev/shm");
  }
}
