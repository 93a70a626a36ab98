package chatlabs.broadcast.bench;

import chatlabs.grader.bench.Workbench;
import chatlabs.grader.launch.TrustedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One server that runs, with all users in its room: a process, and another one for the load. */
final class Entrant implements AutoCloseable {
  private final Contestant contestant;
  private final TrustedProcess server;
  private final TrustedProcess load;

  private Entrant(Contestant contestant, TrustedProcess server, TrustedProcess load) {
    this.contestant = contestant;
    this.server = server;
    this.load = load;
  }

  /** Starts the server, and lets the users in; blocks until all are there. */
  static Entrant start(Workbench bench, Contestant contestant, Setting setting)
      throws IOException {
    var running = contestant.starter().start(bench);
    var load =
        bench.start(
            List.of(
                bench.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC", // one thread that works, one JVM that does nothing beside
                "-cp",
                bench.classes().toString(),
                Load.class.getName(),
                contestant.dialect().name(),
                String.valueOf(running.port()),
                String.valueOf(setting.users()),
                String.valueOf(setting.length())));
    var entrant = new Entrant(contestant, running.process(), load);
    try {
      entrant.hear(); // READY
      return entrant;
    } catch (IOException trouble) {
      entrant.close();
      throw trouble;
    }
  }

  String name() {
    return contestant.name();
  }

  /** Lets the speakers speak, with so many messages under way at a time. */
  Measured talk(double seconds, int window) throws IOException {
    return measure("talk", seconds, window);
  }

  /** The same, with one more user who never reads. */
  Measured stall(double seconds, int window) throws IOException {
    return measure("stall", seconds, window);
  }

  private Measured measure(String what, double seconds, int window) throws IOException {
    Duration before = cpu();
    load.input().write(String.format(Locale.ROOT, "%s %.2f %d%n", what, seconds, window));
    load.input().flush();
    var result = Burst.Result.parse(hear());
    return new Measured(result, cpu().minus(before).toNanos() / 1e9, rss());
  }

  private String hear() throws IOException {
    String line = load.output().readLine();
    if (line == null) {
      throw new IOException(name() + ": the load generator has ended: " + load.errors());
    }
    if (line.startsWith(Load.TROUBLE)) {
      throw new IOException(name() + ": " + line.substring(Load.TROUBLE.length()));
    }
    return line;
  }

  private Duration cpu() {
    return ProcessHandle.of(server.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** The server's resident memory in MiB; 0 where there is no /proc. */
  private double rss() throws IOException {
    Path status = Path.of("/proc", String.valueOf(server.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    load.close();
    server.close();
  }
}
