package chatlabs.grader.launch;

import chatlabs.grader.host.Missing;
import chatlabs.grader.host.Ref;
import chatlabs.grader.host.Thrown;
import chatlabs.grader.host.Workshop;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The student's classes in this JVM, in a class loader of their own that is new for each check:
 * breakpoints and coverage work. No isolation at all; for {@code mvn test} only, never for grading.
 * What the program prints is kept from the console and shown with a failure.
 */
public final class InProcess implements Subject {
  private final ClassLoader classPath;
  private final Output output = new Output();
  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final @Nullable UncaughtExceptionHandler handler =
      Thread.getDefaultUncaughtExceptionHandler();
  private volatile Epoch now = new Epoch(failure -> {});

  /** What lies between two calls of {@link #fresh}. */
  private static final class Epoch {
    private final Consumer<Failure> trouble;
    private volatile @Nullable Workshop workshop;

    Epoch(Consumer<Failure> trouble) {
      this.trouble = trouble;
    }
  }

  /** A subject for the student's classes on this class path; they are found when first asked for. */
  public InProcess(ClassLoader classPath) {
    this.classPath = classPath;
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
    now = new Epoch(newTrouble);
    output.forget();
  }

  @Override
  public CompletableFuture<Ref> make(String className, List<?> arguments) {
    return start(className, opened -> opened.make(className, arguments));
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    return start(target.className(), opened -> opened.call(target, method, arguments));
  }

  @Override
  public CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments) {
    return start(className, opened -> opened.call(className, method, arguments));
  }

  @Override
  public CompletableFuture<List<String>> strayThreads() {
    var opened = now.workshop;
    return CompletableFuture.completedFuture(opened == null ? List.of() : opened.strayThreads());
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
    Thread.setDefaultUncaughtExceptionHandler(handler);
    now = new Epoch(failure -> {});
  }

  /** Work for the student's thread. */
  private interface Work<T extends @Nullable Object> {
    T in(Workshop opened) throws Missing, InvocationTargetException;
  }

  private <T extends @Nullable Object> CompletableFuture<T> start(String className, Work<T> work) {
    var future = new CompletableFuture<T>();
    try {
      var opened = opened(className);
      var thread = new Thread(() -> run(work, opened, future), "chatlabs-call");
      thread.setDaemon(true);
      thread.setContextClassLoader(opened.loader());
      thread.start();
    } catch (Missing missing) {
      future.completeExceptionally(new Failure.Absent(missing));
    }
    return future;
  }

  private static <T extends @Nullable Object> void run(
      Work<T> work, Workshop opened, CompletableFuture<T> future) {
    try {
      future.complete(work.in(opened));
    } catch (InvocationTargetException threw) {
      future.completeExceptionally(new Failure.Threw(Thrown.of(threw.getTargetException())));
    } catch (Missing missing) {
      future.completeExceptionally(new Failure.Absent(missing));
    } catch (Throwable thrown) { // LinkageError, OutOfMemoryError: the hand-in's own
      future.completeExceptionally(new Failure.Threw(Thrown.of(thrown)));
    }
  }

  private synchronized Workshop opened(String className) throws Missing {
    var epoch = now;
    var opened = epoch.workshop;
    if (opened == null) {
      opened = new Workshop(root(className));
      epoch.workshop = opened;
    }
    return opened;
  }

  /** The folder on the class path that holds this class. */
  private URL root(String className) throws Missing {
    String file = className.replace('.', '/') + ".class";
    URL found = classPath.getResource(file);
    if (found == null) {
      throw new Missing("public class " + className, "the class path has no class of that name");
    }
    try {
      String url = found.toString();
      return URI.create(url.substring(0, url.length() - file.length())).toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void uncaught(Thread thread, Throwable thrown) {
    var epoch = now;
    var opened = epoch.workshop;
    if (opened != null && thread.getContextClassLoader() == opened.loader()) {
      thrown.printStackTrace();
      epoch.trouble.accept(new Failure.Threw(Thrown.of(thrown)));
    }
  }
}
