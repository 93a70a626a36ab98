package chatlabs.grader.launch;

import java.io.IOException;

/** Starts further JVMs with the grader's own classes, for work beside the grading. */
public final class SpareJvm {
  private SpareJvm() {}

  /** Starts the main method of this class in a JVM whose output is thrown away. */
  public static Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(
            JvmOptions.java(),
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+DisableAttachMechanism",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
