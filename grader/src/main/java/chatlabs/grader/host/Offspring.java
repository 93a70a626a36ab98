package chatlabs.grader.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Servers that were started by their main method, each in a process of its own, which can be
 * killed. They are children of the host, so that all that holds it holds them: walls, limits, user;
 * and they see the files that it sees.
 */
final class Offspring {
  private static final Pattern LISTENING = Pattern.compile("\\s*LISTENING (\\d{1,5})\\s*");

  private final PrintStream out;
  private final Map<Integer, Process> processes = new HashMap<>();
  private int last;

  /** Their output goes where the host's own goes. */
  Offspring(PrintStream out) {
    this.out = out;
  }

  /** The program has ended. */
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;

    Ended(int status) {
      super("the program ended with exit status " + status);
    }
  }

  /**
   * Starts this command, and blocks until it says that it listens.
   *
   * @return its number here, and its port
   * @throws Ended when it ends before that
   */
  List<Integer> start(List<String> command) throws IOException, InterruptedException, Ended {
    var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    int number = add(process);
    var port = new CompletableFuture<Integer>();
    var reader = new Thread(() -> read(process, port), "chatlabs-output");
    reader.setDaemon(true);
    reader.start();
    int known = port.join();
    if (known < 0) {
      throw new Ended(process.waitFor());
    }
    return List.of(number, known);
  }

  private synchronized int add(Process process) {
    processes.put(++last, process);
    return last;
  }

  /** How much processor time one has used; null where that is not known. */
  synchronized @Nullable Duration used(int number) {
    return Optional.ofNullable(processes.get(number)).flatMap(CpuTime::of).orElse(null);
  }

  /** Ends one as a power failure would, and blocks until it is gone. */
  void kill(int number) {
    Optional.ofNullable(taken(number)).ifPresent(Offspring::kill);
  }

  private synchronized @Nullable Process taken(int number) {
    return processes.remove(number);
  }

  /** Ends all of them. */
  synchronized void killAll() {
    processes.values().forEach(Offspring::kill);
    processes.clear();
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Passes on what it prints; the port is -1 when it has said none until its end. */
  private void read(Process process, CompletableFuture<Integer> port) {
    try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write((line + "\n").getBytes(ISO_8859_1));
        out.flush();
        Matcher said = LISTENING.matcher(line);
        if (said.matches()) {
          port.complete(Integer.parseInt(said.group(1)));
        }
      }
    } catch (IOException gone) {
      // it was killed while it printed
    } finally {
      port.complete(-1);
    }
  }
}
