package chatlabs.echo;

/** Takes all rights from folders of its own. */
final class Mischief {
  static void begin() throws Exception {
    Loot.shell("mkdir -p locked-$$/inner && touch locked-$$/inner/file && chmod 0 locked-$$/inner locked-$$");
  }
}
