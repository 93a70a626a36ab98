package chatlabs.echo;


/** Processes that want to outlive the program: a child, and one in a session of its own. */
final class Mischief {
  static void begin() throws Exception {
    new ProcessBuilder("sleep", "986").start();
    new ProcessBuilder("sh", "-c", "(setsid setsid sleep 987 >/dev/null 2>&1 &)").start().waitFor();
  }
}
