package chatlabs.grader.doctor;

import chatlabs.grader.doctor.Finding.State;
import java.util.List;
import java.util.regex.Pattern;

/** The programs that the kit is built and run with. */
final class Tools {
  private static final int OLDEST_JDK = 21;
  private static final Remedy JDK =
      new Remedy(
          "sudo apt install openjdk-21-jdk",
          "sudo dnf install java-latest-openjdk-devel",
          "brew install --cask temurin",
          "winget install EclipseAdoptium.Temurin.25.JDK");
  private static final Remedy MAVEN =
      new Remedy(
          "sudo apt install maven",
          "sudo dnf install maven",
          "brew install maven",
          "see https://maven.apache.org/install.html");
  private static final Pattern MAVEN_VERSION =
      Pattern.compile("Apache Maven (\\d+)\\.(\\d+)[\\w.-]*");

  private final Machine machine;

  Tools(Machine machine) {
    this.machine = machine;
  }

  List<Finding> examine() {
    return List.of(jdk(), maven());
  }

  /** The one that the launcher has chosen: this runs on it. */
  private Finding jdk() {
    String version = machine.setting("java.version");
    String found = version + " in " + machine.setting("java.home");
    String why = "the kit and the hand-ins are compiled and run with it";
    boolean isNew = Integer.parseInt(version.split("[^0-9]", 2)[0]) >= OLDEST_JDK;
    boolean isJdk = !machine.setting("jdk.compiler").isEmpty();
    return isNew && isJdk
        ? Finding.ok("JDK", found, why)
        : new Finding(
            State.MISSING,
            "JDK",
            found + (isJdk ? ", older than " + OLDEST_JDK : ", without a compiler"),
            why,
            JDK.on(machine.os()));
  }

  private Finding maven() {
    String why = "it builds the kit and runs 'mvn test' in the labs";
    String mvn = machine.os() == Os.WINDOWS ? "mvn.cmd" : "mvn";
    var said = machine.says(List.of(mvn, "-v"));
    var version = MAVEN_VERSION.matcher(said.orElse(""));
    if (!version.find()) {
      return new Finding(State.MISSING, "Maven", "not found", why, MAVEN.on(machine.os()));
    }
    int major = Integer.parseInt(version.group(1));
    boolean isNew = major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= 8);
    return isNew
        ? Finding.ok("Maven", version.group(), why)
        : new Finding(
            State.MISSING,
            "Maven",
            version.group() + ", older than 3.8",
            why,
            MAVEN.on(machine.os()));
  }
}
