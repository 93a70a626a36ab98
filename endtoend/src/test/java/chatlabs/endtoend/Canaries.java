package chatlabs.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Processes that exist to be read, attached to and ended by those who can. */
final class Canaries implements AutoCloseable {
  private final Somebody owner;
  private final List<Process> all = new ArrayList<>();
  private final Map<String, Process> sleepers = new HashMap<>();

  /** Processes of this user. */
  Canaries(Somebody owner) {
    this.owner = owner;
  }

  /** A process with this secret in its environment, for one of the red team. */
  long sleeper(String name, String secret) throws IOException {
    var builder = new ProcessBuilder(as("sleep", "600"));
    builder.environment().put("CANARY", secret);
    var process = builder.start();
    all.add(process);
    sleepers.put(name, process);
    return process.pid();
  }

  /** A JVM with this secret among its properties. */
  long jvm(String secret, String classPath) throws IOException {
    var process =
        new ProcessBuilder(
                as(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx16m",
                    "-Dcanary=" + secret,
                    "-cp",
                    classPath,
                    CanaryJvm.class.getName()))
            .redirectErrorStream(true)
            .start();
    all.add(process);
    process.getInputStream().read(); // it runs
    return process.pid();
  }

  private List<String> as(String... command) {
    var words = new ArrayList<>(owner.prefix());
    words.addAll(List.of(command));
    return words;
  }

  /** Whether somebody has ended this one's process. */
  boolean isGone(String name) {
    var sleeper = sleepers.get(name);
    return sleeper != null && !sleeper.isAlive();
  }

  @Override
  public void close() {
    all.forEach(Process::destroyForcibly);
  }
}
