package chatlabs.echo;

/** A tree whose end no absolute path leads to. */
final class Mischief {
  static void begin() throws Exception {
    Loot.shell(
        """
        mkdir deep-$$ && cd deep-$$ || exit
        i=0
        while [ $i -lt 120 ]; do
          mkdir dddddddddddddddddddddddddddddddddddddddd && cd -P dddddddddddddddddddddddddddddddddddddddd || exit
          i=$((i + 1))
        done
        """);
  }
}
