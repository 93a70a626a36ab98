package chatlabs.echo;

/** Two hundred and fifty processes, and no more; each ends by itself after some seconds. */
final class Mischief {
  static void begin() throws Exception {
    Loot.shell(
        """
        f() {
          if [ $1 -gt 0 ]; then
            f $(($1 - 1)) &
            f $(($1 - 1)) &
          fi
          exec sleep 20.%MARK%
        }
        f 7 >/dev/null 2>&1 &
        """);
  }
}
