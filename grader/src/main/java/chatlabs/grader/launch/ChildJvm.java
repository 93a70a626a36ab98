package chatlabs.grader.launch;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The student's classes in a JVM of their own, with limits, in which a small host makes and calls
 * objects on request. The JVM is started when it is first needed, and again for the next check
 * after a hand-in has ended it.
 */
public final class ChildJvm implements Subject {
  private final HostRuntime runtime;
  private final Path classes;
  private final CpuAllowance allowance;
  private @Nullable HostProcess host;
  private boolean shared;
  private CompletableFuture<?> fresh = CompletableFuture.completedFuture(null);
  private AtomicReference<Consumer<Failure>> trouble = new AtomicReference<>(failure -> {});

  /** A subject for the classes below this folder. */
  public ChildJvm(HostRuntime runtime, Path classes) {
    this(runtime, classes, CpuAllowance.usual());
  }

  /** The same, with this much processor time for all its JVMs. */
  ChildJvm(HostRuntime runtime, Path classes, CpuAllowance allowance) {
    this.runtime = runtime;
    this.classes = classes;
    this.allowance = allowance;
  }

  @Override
  public String kind() {
    return "child-jvm";
  }

  /**
   * Begins afresh, in a new JVM when the last one has ended, or when a call in it has not returned:
   * what hangs or spins in one check must not weigh on the next.
   *
   * @throws UncheckedIOException when no JVM can be started: the grader's own trouble
   */
  @Override
  public void fresh(Consumer<Failure> newTrouble) {
    if (host != null && host.isAlive() && host.isIdle() && isDone(fresh)) {
      trouble.set(newTrouble);
      fresh = host.fresh();
      shared = true;
      return;
    }
    close();
    try {
      var ofThisHost = new AtomicReference<>(newTrouble);
      host =
          HostProcess.start(
              runtime.command(classes),
              runtime.user(),
              runtime.isWatched(),
              allowance,
              classes,
              runtime.seen(classes),
              failure -> ofThisHost.get().accept(failure));
      trouble = ofThisHost;
      shared = false;
      fresh = CompletableFuture.completedFuture(null);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "a JVM for the hand-in did not start: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void leave() {
    close();
  }

  @Override
  public CompletableFuture<Ref> make(String className, List<?> arguments) {
    return running().make(className, arguments);
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    return running().call(target, method, arguments);
  }

  @Override
  public CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments) {
    return running().callStatic(className, method, arguments);
  }

  /** Beside the host and started by it, so that what holds the one holds the other. */
  @Override
  public CompletableFuture<Launched> launch(
      String className, List<String> arguments, Map<String, String> properties) {
    return running()
        .launch(JvmOptions.main(runtime.seen(classes), className, arguments, properties));
  }

  @Override
  public CompletableFuture<@Nullable Object> set(String property, String value) {
    return running().callStatic("java.lang.System", "setProperty", List.of(property, value));
  }

  @Override
  public CompletableFuture<Path> folder() {
    return running().folder();
  }

  @Override
  public CompletableFuture<Optional<byte[]>> read(Path file) {
    return running().read(file);
  }

  @Override
  public CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    return running().write(file, bytes);
  }

  @Override
  public CompletableFuture<List<String>> strayThreads() {
    return running().strayThreads();
  }

  @Override
  public InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public Optional<String> usedUp() {
    return allowance.usedUp();
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public String printed() {
    return host == null ? "" : host.printed();
  }

  @Override
  public void close() {
    trouble.set(failure -> {}); // the end of a host that is put away is no news
    if (host != null) {
      host.close();
      host = null;
    }
  }

  /** A host that has not even begun afresh since the last check is stuck. */
  private static boolean isDone(CompletableFuture<?> fresh) {
    return fresh.isDone() && !fresh.isCompletedExceptionally();
  }

  private HostProcess running() {
    if (host == null) {
      throw new IllegalStateException("fresh() comes before anything else");
    }
    return host;
  }
}
