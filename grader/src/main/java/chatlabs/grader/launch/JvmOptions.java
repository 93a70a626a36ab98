package chatlabs.grader.launch;

import java.nio.file.Path;
import java.util.List;

/** How the JVM of a hand-in is started: small, quick, bounded, and unlike the author's machine. */
final class JvmOptions {
  private JvmOptions() {}

  /** The java command of the JVM that this runs in. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Options for a hand-in's JVM. */
  static List<String> forHandIn() {
    return List.of(
        // bounds; never one on the address space, with which no JVM starts
        "-Xmx256m",
        "-Xss512k",
        "-XX:MaxDirectMemorySize=64m",
        "-XX:MaxMetaspaceSize=128m",
        "-XX:ReservedCodeCacheSize=48m",
        "-XX:+ExitOnOutOfMemoryError",
        // start quickly, share the cores
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:CompileThresholdScaling=10", // it lives for a second: little is worth compiling
        "-XX:-UsePerfData",
        // leave nothing behind, let nobody in
        "-XX:+DisableAttachMechanism",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + (isWindows() ? "NUL" : "/dev/null"),
        // a platform charset and a line end that show who relies on them (LINE-1, LINE-2)
        "-Dfile.encoding=US-ASCII",
        "-Dline.separator=\r\n",
        // virtual threads that are left behind can be seen (LINE-7)
        "-Djdk.trackAllThreads=true");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
