package chatlabs.grader.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        "-XX:-UsePerfData",
        // virtual threads that never wait hold up no others, however few processors there are: more
        // than the 200 clients of the fullest check
        "-Djdk.virtualThreadScheduler.parallelism=256",
        // each thread reserves a piece of the heap: a small one, so that checks see what is in use
        "-XX:TLABSize=16k",
        "-XX:-ResizeTLAB",
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

  /** The command that runs the main method of a hand-in's class. */
  static List<String> main(
      Path classes, String className, List<String> arguments, Map<String, String> properties) {
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(forHandIn());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classes.toAbsolutePath().toString(), className));
    command.addAll(arguments);
    return command;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
