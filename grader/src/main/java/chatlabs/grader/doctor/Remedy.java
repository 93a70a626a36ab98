package chatlabs.grader.doctor;

/**
 * The command that mends something, by system.
 *
 * @param debian Debian and Ubuntu
 * @param fedora Fedora and its relatives
 * @param macos macOS; empty where nothing can be done
 * @param windows Windows; empty where nothing can be done
 */
record Remedy(String debian, String fedora, String macos, String windows) {
  /** For what only Linux has, and all Linuxes mend alike. */
  static Remedy onLinux(String command) {
    return new Remedy(command, command, "", "");
  }

  /** For what is done alike everywhere. */
  static Remedy everywhere(String advice) {
    return new Remedy(advice, advice, advice, advice);
  }

  /** What to type on this system; on one that is not known, what is typed on the others. */
  String on(Os os) {
    return switch (os) {
      case DEBIAN -> debian;
      case FEDORA -> fedora;
      case MACOS -> macos;
      case WINDOWS -> windows;
      case OTHER -> debian.equals(fedora) ? debian : debian + "   or   " + fedora;
    };
  }
}
