package chatlabs.grader.launch;

import static chatlabs.grader.launch.Command.outOfReach;

import chatlabs.grader.host.Ref;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server that runs already, somewhere: it can be talked to, and nothing else. */
public final class Attach implements Subject {
  private final InetSocketAddress where;
  private final String serverClass;

  /** A subject for the server at this address, which takes the place of this class. */
  public Attach(InetSocketAddress where, String serverClass) {
    this.where = where;
    this.serverClass = serverClass;
  }

  @Override
  public String kind() {
    return "attach";
  }

  @Override
  public boolean hasClasses() {
    return false;
  }

  @Override
  public void fresh(Consumer<Failure> trouble) {
    // nothing of it is ours
  }

  @Override
  public CompletableFuture<Ref> make(String className, List<?> arguments) {
    return className.equals(serverClass) && arguments.equals(List.of(0))
        ? CompletableFuture.completedFuture(new Ref(0, className))
        : outOfReach("only the server that runs already can be reached");
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    return method.equals("port")
        ? CompletableFuture.completedFuture((long) where.getPort())
        : outOfReach("the server's methods cannot be called from outside");
  }

  @Override
  public CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments) {
    return outOfReach("the server's methods cannot be called from outside");
  }

  @Override
  public CompletableFuture<Launched> launch(
      String className, List<String> arguments, Map<String, String> properties) {
    return outOfReach("a server that runs already is not started again");
  }

  @Override
  public CompletableFuture<@Nullable Object> set(String property, String value) {
    return outOfReach("the settings of a server elsewhere cannot be changed");
  }

  @Override
  public CompletableFuture<Path> folder() {
    return outOfReach("the files of a server elsewhere cannot be seen");
  }

  @Override
  public CompletableFuture<Optional<byte[]>> read(Path file) {
    return outOfReach("the files of a server elsewhere cannot be seen");
  }

  @Override
  public CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    return outOfReach("the files of a server elsewhere cannot be changed");
  }

  @Override
  public CompletableFuture<List<String>> strayThreads() {
    return outOfReach("the threads of a server elsewhere cannot be seen");
  }

  @Override
  public InetSocketAddress address(int port) {
    return where;
  }

  @Override
  public boolean isOld() {
    return true;
  }

  @Override
  public String printed() {
    return "";
  }

  @Override
  public void close() {
    // it goes on running
  }
}
