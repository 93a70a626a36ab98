package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.host.Json;
import chatlabs.grader.host.Ref;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One JVM of a hand-in, with the host in it, and the connection over which it takes requests. */
final class HostProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);
  private static final long END_SECONDS = 30;

  private final HeldProcess held;
  private final Output output;
  private final HostLine line;

  private HostProcess(HeldProcess held, Output output, HostLine line) {
    this.held = held;
    this.output = output;
    this.line = line;
  }

  /**
   * Starts it and waits until it has reported.
   *
   * @param user who it runs as
   * @param bounded whether it is stopped when it, and what it has started, use too much
   * @param allowance processor time of the hand-in's, where it is bounded
   * @param classes the folder of its class files, in which it is started
   * @param seen where it finds them
   * @param trouble is told of uncaught exceptions and of the program's end
   */
  static HostProcess start(
      List<String> command,
      HandInUser user,
      boolean bounded,
      CpuAllowance allowance,
      Path classes,
      Path seen,
      Consumer<Failure> trouble)
      throws IOException {
    var output = new Output();
    try (var door = new HostDoor()) {
      var held = HeldProcess.start(hold(command, user, bounded, classes), true, allowance);
      var process = held.process();
      output.drain(process.getInputStream(), "output-" + process.pid());
      try {
        greet(process, door.invitation() + " " + seen);
        var socket = door.accept(process, START);
        var line = new HostLine(socket, () -> ended(held), trouble);
        line.start();
        return new HostProcess(held, output, line);
      } catch (IOException failed) {
        held.close();
        throw new IOException(failed.getMessage() + "\n" + output.text(), failed);
      }
    }
  }

  CompletableFuture<Ref> make(String className, List<?> arguments) {
    var request = request("make", arguments);
    request.put("class", className);
    return line.ask(request, Ref.class);
  }

  CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    var request = request("call", arguments);
    request.put("object", target.id());
    request.put("method", method);
    return line.ask(request);
  }

  CompletableFuture<@Nullable Object> callStatic(String type, String method, List<?> arguments) {
    var request = request("call", arguments);
    request.put("class", type);
    request.put("method", method);
    return line.ask(request);
  }

  CompletableFuture<List<String>> strayThreads() {
    return line.askForNames(request("threads", List.of()));
  }

  /** An empty folder, made beside the hand-in's classes. */
  CompletableFuture<Path> folder() {
    return line.ask(request("folder", List.of()), Path.class);
  }

  CompletableFuture<Optional<byte[]>> read(Path file) {
    return line.ask(request("read", List.of(file)))
        .thenApply(value -> value instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty());
  }

  CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    return line.ask(request("write", List.of(file, bytes)));
  }

  /** Starts this command as a further process of the hand-in's, behind the same walls. */
  CompletableFuture<Launched> launch(List<String> command) {
    return line.ask(request("launch", command)).thenApply(this::launched);
  }

  private Launched launched(@Nullable Object answer) {
    if (answer instanceof List<?> pair
        && pair.size() == 2
        && pair.get(0) instanceof Long number
        && pair.get(1) instanceof Long port) {
      return new Behind(number, port.intValue());
    }
    throw HostLine.noAnswer();
  }

  /** A process that the host has started. */
  private final class Behind implements Launched {
    private final long number;
    private final int port;

    Behind(long number, int port) {
      this.number = number;
      this.port = port;
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public CompletableFuture<Optional<Duration>> used() {
      return line.ask(request("used", List.of(number)))
          .thenApply(it -> it instanceof Duration time ? Optional.of(time) : Optional.empty());
    }

    @Override
    public CompletableFuture<@Nullable Object> kill() {
      return line.ask(request("kill", List.of(number)));
    }
  }

  /** Has the host do what programs of hand-ins do, for the archive of loaded classes. */
  CompletableFuture<@Nullable Object> practise() {
    return line.ask(request("practise", List.of()));
  }

  CompletableFuture<@Nullable Object> fresh() {
    output.forget();
    return line.beginAfresh(request("fresh", List.of()));
  }

  String printed() {
    return output.text();
  }

  boolean isAlive() {
    return held.process().isAlive() && line.isOpen();
  }

  /** Whether all that was asked of it has been answered. */
  boolean isIdle() {
    return line.isIdle();
  }

  /** Lets the JVM end by itself, and waits for that. */
  void finish() throws IOException {
    line.close();
    try {
      held.process().waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a JVM ended", stopped);
    }
  }

  @Override
  public void close() {
    held.close();
    line.close();
  }

  /** Files that a program writes without saying where land beside its classes, not with the user. */
  private static Holding.Held hold(
      List<String> command, HandInUser user, boolean bounded, Path folder) throws IOException {
    user.own(folder);
    var words = new ArrayList<>(user.prefix());
    words.addAll(command);
    return new Holding.Held(words, folder, user, bounded, Map.of());
  }

  private static void greet(Process process, String invitation) throws IOException {
    var in = process.getOutputStream();
    in.write((invitation + "\n").getBytes(UTF_8));
    in.flush();
  }

  private static Failure.Ended ended(HeldProcess held) {
    return new Failure.Ended(held.whyStopped().orElseGet(() -> endOf(held.process())));
  }

  private static String endOf(Process process) {
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        return "the program ended with exit status " + process.exitValue();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "the program no longer answers the grader";
  }

  private static JsonObject request(String op, List<?> arguments) {
    var request = new JsonObject();
    request.put("op", op);
    request.put("arguments", Json.encode(arguments));
    return request;
  }
}
