package chatlabs.echo;

/** Ends one process, a canary that waits for just this. */
final class Mischief {
  static void begin() throws Exception {
    ProcessHandle.of(Long.parseLong("%PID%")).ifPresent(ProcessHandle::destroy);
    Loot.shell("kill -TERM %PID%");
  }
}
