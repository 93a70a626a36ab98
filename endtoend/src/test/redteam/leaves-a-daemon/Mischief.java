package chatlabs.echo;

/** Leaves a daemon behind: a double fork, a new session, nothing in its environment. */
final class Mischief {
  static void begin() throws Exception {
    Loot.shell("(setsid env -i /bin/sh -c 'exec sleep 90.%MARK%' >/dev/null 2>&1 &)");
  }
}
