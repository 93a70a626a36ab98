package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.host.Json;
import chatlabs.grader.host.Missing;
import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The grader's end of the connection with one host. What comes is data from a hostile place: it is
 * bounded, parsed, validated, and used for nothing but the hand-in's own checks.
 */
final class HostLine implements AutoCloseable {
  /** The longest answer that is taken: 16 MiB. */
  private static final int LONGEST = 16 << 20;

  private final Socket socket;
  private final Supplier<Failure.Ended> howItEnded;
  private final Consumer<Failure> trouble;
  private final Map<Integer, CompletableFuture<@Nullable Object>> pending =
      new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final AtomicInteger epoch = new AtomicInteger();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("host-line-writer").factory());
  private volatile boolean closed;

  HostLine(Socket socket, Supplier<Failure.Ended> howItEnded, Consumer<Failure> trouble) {
    this.socket = socket;
    this.howItEnded = howItEnded;
    this.trouble = trouble;
  }

  void start() {
    Thread.ofPlatform().daemon().name("host-line").start(this::listen);
  }

  /** Sends a request; the future completes with the plain data of the answer. */
  CompletableFuture<@Nullable Object> ask(JsonObject request) {
    return askRaw(request)
        .thenApply(
            json -> {
              try {
                return Json.decode(json);
              } catch (IllegalArgumentException junk) {
                throw noAnswer();
              }
            });
  }

  /** Sends a request whose answer is of this type. */
  <T> CompletableFuture<T> ask(JsonObject request, Class<T> type) {
    return ask(request)
        .thenApply(
            value -> {
              if (type.isInstance(value)) {
                return type.cast(value);
              }
              throw noAnswer();
            });
  }

  /** Sends the request that begins an epoch; from now on nothing of earlier ones is told. */
  CompletableFuture<@Nullable Object> beginAfresh(JsonObject request) {
    request.put("epoch", epoch.incrementAndGet());
    return ask(request);
  }

  /** Sends a request whose answer is a list of names. */
  CompletableFuture<List<String>> askForNames(JsonObject request) {
    return askRaw(request)
        .thenApply(json -> json instanceof JsonArray names ? names : new JsonArray())
        .thenApply(names -> names.stream().map(String::valueOf).toList());
  }

  boolean isOpen() {
    return !closed;
  }

  boolean isIdle() {
    return pending.isEmpty();
  }

  @Override
  public void close() {
    closed = true;
    writer.shutdown();
    try {
      socket.close();
    } catch (IOException goneAlready) {
      // it was to be closed
    }
  }

  private CompletableFuture<@Nullable Object> askRaw(JsonObject request) {
    int id = last.incrementAndGet();
    request.put("id", id);
    var answer = new CompletableFuture<@Nullable Object>();
    pending.put(id, answer);
    byte[] bytes = (JsonWriter.string(request) + "\n").getBytes(UTF_8);
    try {
      writer.execute(() -> send(bytes, answer));
    } catch (RejectedExecutionException hostGone) {
      answer.completeExceptionally(howItEnded.get());
    }
    return answer;
  }

  /** On a thread of its own: a JVM that was stopped takes nothing, and must not stop the grader. */
  private void send(byte[] bytes, CompletableFuture<?> answer) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException gone) {
      answer.completeExceptionally(howItEnded.get());
    }
  }

  private void listen() {
    try {
      var in = new BufferedInputStream(socket.getInputStream());
      for (String line = next(in); line != null; line = next(in)) {
        take(JsonParser.object().from(line));
      }
    } catch (IOException | JsonParserException | RuntimeException | StackOverflowError broken) {
      // whatever it sent that was no answer: it has left the protocol, and is done with
    } finally {
      end();
    }
  }

  /** Only a hand-in that has got at its host's insides can make it say such a thing. */
  static Failure.Ended noAnswer() {
    return new Failure.Ended("the program's JVM sent what is no answer");
  }

  private void end() {
    boolean byUs = closed;
    close();
    var ended = howItEnded.get();
    pending.values().forEach(answer -> answer.completeExceptionally(ended));
    if (!byUs) {
      trouble.accept(ended);
    }
  }

  private static @Nullable String next(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      line.write(b);
      if (line.size() > LONGEST) {
        throw new IOException("an answer over " + LONGEST + " bytes");
      }
    }
    return line.toString(UTF_8);
  }

  private void take(JsonObject message) {
    if (message.has("uncaught")) {
      if (message.getInt("epoch") == epoch.get()) {
        trouble.accept(new Failure.Threw(Json.thrown(message.getObject("uncaught"))));
      }
      return;
    }
    var answer = pending.remove(message.getInt("id"));
    if (answer == null) {
      return; // asked by nobody
    }
    if (message.has("threw")) {
      answer.completeExceptionally(new Failure.Threw(Json.thrown(message.getObject("threw"))));
    } else if (message.has("ended")) {
      answer.completeExceptionally(new Failure.Ended(message.getString("ended", "")));
    } else if (message.has("missing")) {
      var what = message.getObject("missing");
      answer.completeExceptionally(
          new Failure.Absent(
              new Missing(what.getString("wanted", ""), what.getString("found", ""))));
    } else {
      answer.complete(message.get("result"));
    }
  }
}
