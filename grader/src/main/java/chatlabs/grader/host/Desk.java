package chatlabs.grader.host;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out requests. Each runs on a thread that is free, so that one that never returns holds up no
 * other; exceptions of threads that student code started are sent as they happen.
 */
final class Desk {
  private final Consumer<JsonObject> send;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Properties properties = (Properties) System.getProperties().clone();
  private final ExecutorService calls = Executors.newCachedThreadPool(Desk::thread);
  private final Offspring offspring = new Offspring(out);
  private volatile Epoch now;

  /** What lies between two requests to begin afresh, and its number. */
  private record Epoch(int number, Workshop workshop) {}

  Desk(URL classes, Consumer<JsonObject> send) {
    this.send = send;
    this.now = begin(0, new Workshop(classes));
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "chatlabs-call");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins afresh; what a hand-in can change of the JVM itself is put back as well. */
  private Epoch begin(int number, Workshop workshop) {
    System.setOut(out);
    System.setErr(err);
    System.setProperties((Properties) properties.clone());
    Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
    return new Epoch(number, workshop);
  }

  /**
   * Takes one request; the answer carries its id. {@code fresh} is done before it returns, and
   * names the epoch that begins.
   */
  void take(JsonObject request) {
    if (request.getString("op", "").equals("fresh")) {
      var before = now.workshop();
      before.close();
      offspring.killAll();
      now = begin(request.getInt("epoch"), before.renewed());
      answer(request, null);
      return;
    }
    var current = now.workshop();
    try {
      calls.execute(() -> carryOut(request, current));
    } catch (OutOfMemoryError noThread) { // the hand-in has used them up
      report(request, "threw", Json.encode(Thrown.of(noThread)));
    }
  }

  private void carryOut(JsonObject request, Workshop current) {
    Thread.currentThread().setContextClassLoader(current.loader());
    try {
      answer(request, result(request, current));
    } catch (InvocationTargetException threw) {
      report(request, "threw", Json.encode(Thrown.of(threw.getTargetException())));
    } catch (Offspring.Ended ended) {
      report(request, "ended", ended.getMessage());
    } catch (Missing missing) {
      var what = new JsonObject();
      what.put("wanted", missing.wanted());
      what.put("found", missing.found());
      report(request, "missing", what);
    } catch (Throwable trouble) { // LinkageError, OutOfMemoryError: the hand-in's own
      report(request, "threw", Json.encode(Thrown.of(trouble)));
    }
  }

  private @Nullable Object result(JsonObject request, Workshop current) throws Exception {
    var arguments = Json.decode(request.getArray("arguments", new JsonArray()));
    return switch (request.getString("op", "")) {
      case "make" -> Json.encode(current.make(request.getString("class"), arguments));
      case "call" -> Json.encode(current.call(target(request), method(request), arguments));
      case "folder" -> Json.encode(Shelf.folderIn(Path.of("")));
      case "read" -> Json.encode(Shelf.read((Path) arguments.getFirst()));
      case "write" -> write(arguments);
      case "launch" -> Json.encode((Object) offspring.start(words(arguments)));
      case "kill" -> kill(number(arguments));
      case "used" -> Json.encode((Object) offspring.used(number(arguments)));
      case "threads" -> new JsonArray(current.strayThreads());
      case "practise" -> Practice.run();
      default -> throw new IllegalStateException("unknown request " + request);
    };
  }

  private static @Nullable Object write(List<@Nullable Object> arguments) throws IOException {
    Shelf.write((Path) arguments.get(0), (byte[]) arguments.get(1));
    return null;
  }

  private static List<String> words(List<@Nullable Object> arguments) {
    return arguments.stream().map(String::valueOf).toList();
  }

  private static int number(List<@Nullable Object> arguments) {
    return ((Long) arguments.getFirst()).intValue();
  }

  private @Nullable Object kill(int number) {
    offspring.kill(number);
    return null;
  }

  private static Object target(JsonObject request) {
    return request.has("object")
        ? new Ref(request.getInt("object"), "")
        : request.getString("class");
  }

  private static String method(JsonObject request) {
    return request.getString("method");
  }

  private void answer(JsonObject request, @Nullable Object result) {
    report(request, "result", result);
  }

  private void report(JsonObject request, String key, @Nullable Object value) {
    var message = new JsonObject();
    message.put("id", id(request));
    message.put(key, value);
    send.accept(message);
  }

  private void uncaught(Thread thread, Throwable thrown) {
    thrown.printStackTrace();
    var epoch = now;
    if (thread.getContextClassLoader() != epoch.workshop().loader()) {
      return; // left over from an earlier check
    }
    var message = new JsonObject();
    message.put("uncaught", Json.encode(Thrown.of(thrown)));
    message.put("epoch", epoch.number());
    send.accept(message);
  }

  private static int id(JsonObject request) {
    return request.getInt("id");
  }
}
