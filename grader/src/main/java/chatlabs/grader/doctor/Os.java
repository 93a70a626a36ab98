package chatlabs.grader.doctor;

/** The systems whose commands the doctor knows. */
enum Os {
  DEBIAN,
  FEDORA,
  MACOS,
  WINDOWS,
  OTHER;

  /**
   * Which one this is.
   *
   * @param name the system property {@code os.name}
   * @param release the text of {@code /etc/os-release}; empty where there is none
   */
  static Os of(String name, String release) {
    if (name.startsWith("Windows")) {
      return WINDOWS;
    }
    if (name.startsWith("Mac")) {
      return MACOS;
    }
    if (release.matches("(?s).*\\bID(_LIKE)?=[^\\n]*(debian|ubuntu).*")) {
      return DEBIAN;
    }
    return release.matches("(?s).*\\bID(_LIKE)?=[^\\n]*(fedora|rhel|centos).*") ? FEDORA : OTHER;
  }

  boolean isLinux() {
    return this == DEBIAN || this == FEDORA || this == OTHER;
  }
}
