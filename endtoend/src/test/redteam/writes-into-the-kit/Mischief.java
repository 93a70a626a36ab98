package chatlabs.echo;

/** Puts files where the grader and all hand-ins have theirs. */
final class Mischief {
  static void begin() throws Exception {
    Loot.plant("%KIT%/target");
    Loot.plant("%KIT%/target/host");
    Loot.plant("%KIT%/target/worker");
    Loot.plant("%KIT%/endtoend/target");
  }
}
