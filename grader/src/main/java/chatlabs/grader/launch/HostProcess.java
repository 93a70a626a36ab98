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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One JVM of a hand-in, with the host in it, and the connection over which it takes requests. */
final class HostProcess implements AutoCloseable {
  private static final long START_SECONDS = 30;

  private final Process process;
  private final String mark;
  private final Output output;
  private final HostLine line;
  private final MemoryGroup memory;

  private HostProcess(
      Process process, String mark, Output output, HostLine line, MemoryGroup memory) {
    this.process = process;
    this.mark = mark;
    this.output = output;
    this.line = line;
    this.memory = memory;
  }

  /**
   * Starts it and waits until it has reported.
   *
   * @param user who it runs as
   * @param bounded whether it is stopped when it, and what it has started, hold too much memory
   * @param classes the folder of its class files, in which it is started
   * @param seen where it finds them
   * @param trouble is told of uncaught exceptions and of the program's end
   */
  static HostProcess start(
      List<String> command,
      HandInUser user,
      boolean bounded,
      Path classes,
      Path seen,
      Consumer<Failure> trouble)
      throws IOException {
    String mark = UUID.randomUUID().toString();
    var output = new Output();
    var memory = bounded ? MemoryGroup.open() : MemoryGroup.none();
    try (var door = new HostDoor()) {
      var process = spawn(command, user, memory, classes, mark);
      output.drain(process.getInputStream(), "output-" + process.pid());
      try {
        greet(process, door.invitation() + " " + seen);
        var socket = door.accept(process, START_SECONDS);
        var stopped = new AtomicBoolean();
        var line = new HostLine(socket, () -> ended(process, stopped.get(), memory), trouble);
        line.start();
        if (bounded) {
          MemoryWatch.watch(process, () -> stop(process, stopped));
        }
        return new HostProcess(process, mark, output, line, memory);
      } catch (IOException failed) {
        ProcessTree.kill(process, mark);
        throw new IOException(failed.getMessage() + "\n" + output.text(), failed);
      }
    } catch (IOException failed) {
      memory.close();
      throw failed;
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
    return process.isAlive() && line.isOpen();
  }

  /** Whether all that was asked of it has been answered. */
  boolean isIdle() {
    return line.isIdle();
  }

  /** Lets the JVM end by itself, and waits for that. */
  void finish() throws IOException {
    line.close();
    try {
      process.waitFor(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a JVM ended", stopped);
    }
  }

  @Override
  public void close() {
    MemoryWatch.forget(process);
    ProcessTree.kill(process, mark);
    memory.close();
    line.close();
  }

  /** Files that a program writes without saying where land beside its classes, not with the user. */
  private static Process spawn(
      List<String> command, HandInUser user, MemoryGroup memory, Path folder, String mark)
      throws IOException {
    user.own(folder);
    var words = new ArrayList<>(memory.around(user.prefix()));
    words.addAll(command);
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(folder.toAbsolutePath().toFile());
    return ProcessTree.start(builder, mark, user);
  }

  private static void greet(Process process, String invitation) throws IOException {
    var in = process.getOutputStream();
    in.write((invitation + "\n").getBytes(UTF_8));
    in.flush();
  }

  /** Kills a program that holds too much memory; its own check hears why. */
  private static void stop(Process process, AtomicBoolean stopped) {
    stopped.set(true);
    ProcessTree.killWithDescendants(process);
  }

  private static Failure.Ended ended(Process process, boolean stopped, MemoryGroup memory) {
    if (stopped || memory.wasExceeded()) {
      return new Failure.Ended(MemoryWatch.STOPPED);
    }
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        return new Failure.Ended("the program ended with exit status " + process.exitValue());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return new Failure.Ended("the program no longer answers the grader");
  }

  private static JsonObject request(String op, List<?> arguments) {
    var request = new JsonObject();
    request.put("op", op);
    request.put("arguments", Json.encode(arguments));
    return request;
  }
}
