package chatlabs.grader.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts further JVMs with the grader's own classes, for work beside the grading. */
public final class SpareJvm {
  private static final boolean HAS_SESSIONS = Programs.onPath("setsid");

  private SpareJvm() {}

  /**
   * Starts the main method of this class in a JVM whose output is thrown away: in a session of its
   * own where {@code setsid} is to be had, as any other program of the user's. Linux shares its
   * processors out between sessions (sched(7), autogroups), and hand-ins have sessions of their own.
   */
  public static Process start(Class<?> main) throws IOException {
    var words = command(main, "-Xmx32m", "-XX:+UseSerialGC");
    if (HAS_SESSIONS) {
      words.addFirst("setsid");
    }
    return Spawner.start(
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD));
  }

  /** The command that starts the main method of this class, with these options of the JVM. */
  public static List<String> command(Class<?> main, String... options) {
    return command(System.getProperty("java.class.path"), main, List.of(options));
  }

  /**
   * The same.
   *
   * @param classPath where the grader's classes are
   */
  public static List<String> command(String classPath, Class<?> main, List<String> options) {
    var words = new ArrayList<>(List.of(JvmOptions.java()));
    words.addAll(options);
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+DisableAttachMechanism",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            classPath,
            main.getName()));
    return words;
  }
}
