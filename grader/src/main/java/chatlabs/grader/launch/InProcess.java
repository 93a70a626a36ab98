package chatlabs.grader.launch;

import chatlabs.grader.host.Missing;
import chatlabs.grader.host.Ref;
import chatlabs.grader.host.Shelf;
import chatlabs.grader.host.Thrown;
import chatlabs.grader.host.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<String, @Nullable String> before = new HashMap<>(); // properties that were set
  private final List<CommandServer> launched = new ArrayList<>();
  private final Scratch scratch = new Scratch();
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
    tidy();
    now = new Epoch(newTrouble);
    output.forget();
  }

  /** Ends and puts back what the check before has left. */
  private void tidy() {
    launched.forEach(CommandServer::close);
    launched.clear();
    before.forEach(InProcess::setProperty);
    before.clear();
    scratch.close();
  }

  private static void setProperty(String name, @Nullable String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
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
  public CompletableFuture<Launched> launch(
      String className, List<String> arguments, Map<String, String> properties) {
    try {
      Path classes = Path.of(root(className).toURI());
      var command = JvmOptions.main(classes, className, arguments, properties);
      var held = Holding.basic().hold(command, scratch.folder());
      var server = CommandServer.start(held, CpuAllowance.usual(), now.trouble);
      launched.add(server);
      return server.launched();
    } catch (Missing missing) {
      return CompletableFuture.failedFuture(new Failure.Absent(missing));
    } catch (URISyntaxException | IOException failed) {
      throw new IllegalStateException("no JVM for " + className, failed);
    }
  }

  @Override
  public CompletableFuture<@Nullable Object> set(String property, String value) {
    before.putIfAbsent(property, System.getProperty(property));
    System.setProperty(property, value);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Path> folder() {
    return Own.result(() -> Shelf.folderIn(scratch.folder()));
  }

  @Override
  public CompletableFuture<Optional<byte[]>> read(Path file) {
    return Own.result(() -> Optional.ofNullable(Shelf.read(file)));
  }

  @Override
  public CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    return Own.done(() -> Shelf.write(file, bytes));
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
    var all = new StringBuilder(output.text());
    launched.forEach(server -> all.append(server.printed()));
    return all.toString();
  }

  @Override
  public void close() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    Thread.setDefaultUncaughtExceptionHandler(handler);
    now = new Epoch(failure -> {});
    tidy();
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
