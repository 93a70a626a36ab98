package chatlabs.grader.launch;

import chatlabs.grader.host.Missing;
import chatlabs.grader.host.Ref;
import chatlabs.grader.host.Thrown;
import chatlabs.grader.host.Workshop;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The student's classes in this JVM, in a class loader of their own that is new for each check:
 * breakpoints and coverage work. No isolation at all; for {@code mvn test} only, never for grading.
 * What the program prints is kept from the console and shown with a failure.
 */
public final class InProcess implements Subject {
  private final URL classes;
  private final Output output = new Output();
  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private volatile Workshop workshop;
  private volatile Consumer<Failure> trouble = failure -> {};

  /** A subject for the classes below this folder. */
  public InProcess(URL classes) {
    this.classes = classes;
    this.workshop = new Workshop(classes);
    var printed = new PrintStream(output.sink(), true, StandardCharsets.UTF_8);
    System.setOut(printed);
    System.setErr(printed);
    Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
  }

  @Override
  public String kind() {
    return "in-process";
  }

  @Override
  public void fresh(Consumer<Failure> newTrouble) {
    workshop.close();
    workshop = new Workshop(classes);
    trouble = newTrouble;
    output.forget();
  }

  @Override
  public CompletableFuture<Ref> make(String className, List<?> arguments) {
    var current = workshop;
    return start(current, () -> current.make(className, arguments));
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    var current = workshop;
    return start(current, () -> current.call(target, method, arguments));
  }

  @Override
  public CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments) {
    var current = workshop;
    return start(current, () -> current.call(className, method, arguments));
  }

  @Override
  public CompletableFuture<List<String>> strayThreads() {
    var current = workshop;
    return start(current, current::strayThreads);
  }

  @Override
  public InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public String printed() {
    return output.text();
  }

  @Override
  public void close() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    Thread.setDefaultUncaughtExceptionHandler(null);
    workshop.close();
  }

  private <T extends @Nullable Object> CompletableFuture<T> start(
      Workshop current, Callable<T> work) {
    var future = new CompletableFuture<T>();
    var thread = new Thread(() -> run(work, future), "chatlabs-call");
    thread.setDaemon(true);
    thread.setContextClassLoader(current.loader());
    thread.start();
    return future;
  }

  private static <T extends @Nullable Object> void run(
      Callable<T> work, CompletableFuture<T> future) {
    try {
      future.complete(work.call());
    } catch (InvocationTargetException threw) {
      future.completeExceptionally(new Failure.Threw(Thrown.of(threw.getCause())));
    } catch (Missing missing) {
      future.completeExceptionally(new Failure.Absent(missing.wanted(), missing.found()));
    } catch (Throwable thrown) { // LinkageError, OutOfMemoryError: the hand-in's own
      future.completeExceptionally(new Failure.Threw(Thrown.of(thrown)));
    }
  }

  private void uncaught(Thread thread, Throwable thrown) {
    if (thread.getContextClassLoader() == workshop.loader()) {
      thrown.printStackTrace();
      trouble.accept(new Failure.Threw(Thrown.of(thrown)));
    }
  }
}
