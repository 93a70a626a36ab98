package chatlabs.grader.host;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out requests. Each runs on a thread of its own, so that one that never returns holds up
 * no other; exceptions of threads that student code started are sent as they happen.
 */
final class Desk {
  private final URL classes;
  private final Consumer<JsonObject> send;
  private volatile Workshop workshop;

  Desk(URL classes, Consumer<JsonObject> send) {
    this.classes = classes;
    this.send = send;
    this.workshop = new Workshop(classes);
    Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
  }

  /** Takes one request; the answer carries its id. {@code fresh} is done before it returns. */
  void take(JsonObject request) {
    if (request.getString("op", "").equals("fresh")) {
      workshop.close();
      workshop = new Workshop(classes);
      answer(request, null);
      return;
    }
    var current = workshop;
    var thread = new Thread(() -> carryOut(request, current), "chatlabs-call-" + id(request));
    thread.setDaemon(true);
    thread.setContextClassLoader(current.loader());
    thread.start();
  }

  private void carryOut(JsonObject request, Workshop current) {
    try {
      answer(request, result(request, current));
    } catch (InvocationTargetException threw) {
      fail(request, "threw", Json.encode(Thrown.of(threw.getTargetException())));
    } catch (Missing missing) {
      var what = new JsonObject();
      what.put("wanted", missing.wanted());
      what.put("found", missing.found());
      fail(request, "missing", what);
    } catch (Throwable trouble) { // LinkageError, OutOfMemoryError: the hand-in's own
      fail(request, "threw", Json.encode(Thrown.of(trouble)));
    }
  }

  private static @Nullable Object result(JsonObject request, Workshop current)
      throws Missing, InvocationTargetException {
    var arguments = Json.decode(request.getArray("arguments", new JsonArray()));
    return switch (request.getString("op", "")) {
      case "make" -> Json.encode(current.make(request.getString("class"), arguments));
      case "call" -> Json.encode(current.call(target(request), method(request), arguments));
      case "threads" -> new JsonArray(current.strayThreads());
      case "practise" -> Practice.run();
      default -> throw new IllegalStateException("unknown request " + request);
    };
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
    fail(request, "result", result);
  }

  private void fail(JsonObject request, String key, @Nullable Object value) {
    var message = new JsonObject();
    message.put("id", id(request));
    message.put(key, value);
    send.accept(message);
  }

  private void uncaught(Thread thread, Throwable thrown) {
    thrown.printStackTrace();
    if (thread.getContextClassLoader() != workshop.loader()) {
      return; // left over from an earlier check
    }
    var message = new JsonObject();
    message.put("uncaught", Json.encode(Thrown.of(thrown)));
    message.put("thread", thread.getName());
    send.accept(message);
  }

  private static int id(JsonObject request) {
    return request.getInt("id");
  }
}
