package chatlabs.grader.launch;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server in any language: a command that takes a port ({@code {port}}, which becomes 0), prints
 * {@code LISTENING <port>} once it accepts connections, and serves until it is killed. What cannot
 * be asked of a process from outside is out of reach.
 */
public final class Command implements Subject {
  private final List<String> command;
  private final Path folder;
  private final String serverClass;
  private final Holding holding;
  private final List<CommandServer> servers = new ArrayList<>();
  private Consumer<Failure> trouble = failure -> {};

  /**
   * A subject that runs this command.
   *
   * @param command the words of the command line, {@code {port}} in one of them
   * @param folder where it runs
   * @param serverClass the full name of the class whose place it takes
   * @param holding what holds its processes
   */
  public Command(List<String> command, Path folder, String serverClass, Holding holding) {
    this.command = List.copyOf(command);
    this.folder = folder;
    this.serverClass = serverClass;
    this.holding = holding;
  }

  @Override
  public String kind() {
    return "command";
  }

  @Override
  public void fresh(Consumer<Failure> newTrouble) {
    close();
    trouble = newTrouble;
  }

  @Override
  public CompletableFuture<Ref> make(String className, List<?> arguments) {
    if (!className.equals(serverClass)) {
      return outOfReach("a command stands for the server alone, not for " + className);
    }
    if (!arguments.equals(List.of(0))) {
      return outOfReach("a command chooses its own port");
    }
    try {
      var words = command.stream().map(word -> word.replace("{port}", "0")).toList();
      var server = CommandServer.start(holding.hold(words, folder), trouble);
      servers.add(server);
      var ref = new Ref(servers.size() - 1, className);
      return server.listening().thenApply(port -> ref);
    } catch (IOException failed) {
      return CompletableFuture.failedFuture(
          new Failure.Ended("the command did not start: " + failed.getMessage()));
    }
  }

  @Override
  public CompletableFuture<@Nullable Object> call(Ref target, String method, List<?> arguments) {
    if (method.equals("port")) {
      return servers.get(target.id()).listening().thenApply(port -> (Object) (long) port);
    }
    return outOfReach("a command has no method " + method + "()");
  }

  @Override
  public CompletableFuture<@Nullable Object> callStatic(
      String className, String method, List<?> arguments) {
    return outOfReach("a command has no method " + method + "()");
  }

  @Override
  public CompletableFuture<List<String>> strayThreads() {
    return outOfReach("the threads of a command cannot be seen");
  }

  @Override
  public InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public String printed() {
    var all = new StringBuilder();
    servers.forEach(server -> all.append(server.printed()));
    return all.toString();
  }

  @Override
  public void close() {
    servers.forEach(CommandServer::close);
    servers.clear();
  }

  static <T extends @Nullable Object> CompletableFuture<T> outOfReach(String what) {
    return CompletableFuture.failedFuture(new Failure.OutOfReach(what));
  }
}
