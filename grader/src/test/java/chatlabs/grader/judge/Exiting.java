package chatlabs.grader.judge;

import chatlabs.grader.host.Ref;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.launch.Launched;
import chatlabs.grader.launch.Subject;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program that exits in each check, or only in one whose process another has used before. */
final class Exiting implements Subject {
  private final boolean late;
  private boolean lives;
  private boolean shared;
  private int started;

  Exiting(boolean late) {
    this.late = late;
  }

  /** How many processes it had. */
  int started() {
    return started;
  }

  @Override
  public String kind() {
    return "child-jvm";
  }

  @Override
  public void fresh(Consumer<Failure> trouble) {
    shared = lives;
    if (!lives) {
      lives = true;
      started++;
    }
  }

  @Override
  public void leave() {
    lives = false;
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public CompletableFuture<Path> folder() {
    if (late && !shared) {
      return CompletableFuture.completedFuture(Path.of("folder"));
    }
    lives = false;
    return CompletableFuture.failedFuture(new Failure.Ended("exit status 0"));
  }

  @Override
  public CompletableFuture<Ref> make(String className, List<?> arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Launched> launch(
      String className, List<String> arguments, Map<String, String> properties) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<@Nullable Object> set(String property, String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Optional<byte[]>> read(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<List<String>> strayThreads() {
    throw new UnsupportedOperationException();
  }

  @Override
  public InetSocketAddress address(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String printed() {
    return "";
  }

  @Override
  public void close() {
    lives = false;
  }
}
