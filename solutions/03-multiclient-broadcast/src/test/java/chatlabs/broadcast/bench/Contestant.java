package chatlabs.broadcast.bench;

import chatlabs.grader.bench.Workbench;
import chatlabs.grader.launch.TrustedProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server that is measured.
 *
 * @param name for tables
 * @param dialect what it speaks
 * @param starter starts one on a free port
 */
record Contestant(String name, Dialect dialect, Starter starter) {
  /** Whose ratio to the others is told. */
  static final String REFERENCE = "virtual threads";

  /** Starts a server. */
  interface Starter {
    Running start(Workbench bench) throws IOException;
  }

  /** A server that accepts connections at this port. */
  record Running(TrustedProcess process, int port) {}

  /** All that can run on this machine; says which cannot, and how to install it. */
  static List<Contestant> all(Workbench bench) throws IOException, InterruptedException {
    Path reference = bench.reference();
    Path platform = bench.unusual("platform-threads");
    var all = new ArrayList<Contestant>();
    all.add(new Contestant(REFERENCE, Dialect.CHAT, it -> java(it, reference)));
    all.add(new Contestant("platform threads", Dialect.CHAT, it -> java(it, platform)));
    installed(bench, "python3")
        .ifPresent(
            python ->
                all.add(new Contestant("python", Dialect.CHAT, it -> classroom(it, python))));
    installed(bench, "ngircd")
        .ifPresent(
            ngircd -> all.add(new Contestant("ngircd", Dialect.IRC, it -> ngircd(it, ngircd))));
    return all;
  }

  /** As a student starts it: no option for the JVM. */
  private static Running java(Workbench bench, Path classes) throws IOException {
    return listening(
        bench.start(
            List.of(
                bench.java().toString(),
                "-cp",
                classes.toString(),
                bench.lab().server().className(),
                "0")));
  }

  private static Running classroom(Workbench bench, Path python) throws IOException {
    var script = Contestant.class.getResource("classroom_server.py");
    try {
      String path = Path.of(script.toURI()).toString();
      return listening(bench.start(List.of(python.toString(), path, "0")));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Running listening(TrustedProcess process) throws IOException {
    String line = awaited(process, "LISTENING ");
    process.discardOutput();
    return new Running(process, Integer.parseInt(line.substring("LISTENING ".length())));
  }

  private static Running ngircd(Workbench bench, Path ngircd) throws IOException {
    int port = freePort();
    Path config = Files.createTempFile(bench.work(), "ngircd", ".conf");
    Files.writeString(config, NGIRCD.formatted(port));
    config.toFile().setReadable(true, false); // it gives up the rights of root
    // its own limit on open files is the shell's
    String command = "ulimit -n $(ulimit -Hn); exec \"$0\" -n -f \"$1\"";
    var process =
        bench.start(List.of("sh", "-c", command, ngircd.toString(), config.toString()));
    awaited(process, "ready.");
    process.discardOutput();
    return new Running(process, port);
  }

  /** No flood control, no limits, no look-ups; one channel is made by the first who joins. */
  private static final String NGIRCD =
      """
      [Global]
      Name = irc.chatlabs.test
      Info = chatlab bench
      Listen = 127.0.0.1
      Ports = %d
      MotdPhrase = hello
      [Limits]
      MaxConnections = 0
      MaxConnectionsIP = 0
      MaxJoins = 0
      MaxNickLength = 16
      MaxPenaltyTime = 0
      PingTimeout = 3600
      [Options]
      DNS = no
      Ident = no
      PAM = no
      """;

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String awaited(TrustedProcess process, String part) throws IOException {
    var output = process.output();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains(part)) {
        return line;
      }
    }
    throw new IOException("a server has ended before it listened: " + process.errors());
  }

  /** Where a command is, also where only an administrator looks. */
  private static Optional<Path> installed(Workbench bench, String command) {
    var places = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    var found =
        Stream.of(places.split(File.pathSeparator))
            .map(place -> Path.of(place, command))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      bench.say(command + " is not installed, and is left out (sudo apt install " + command + ")");
    }
    return found;
  }
}
