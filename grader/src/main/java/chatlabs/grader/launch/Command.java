package chatlabs.grader.launch;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server in any language: a command that takes a port ({@code {port}}, which becomes 0), prints
 * {@code LISTENING <port>} once it accepts connections, and serves until it is killed. What else a
 * server is given follows as further words; a system property {@code a.b} comes as the environment
 * variable {@code A_B}. What cannot be asked of a process from outside is out of reach.
 */
public final class Command implements Subject {
  private final List<String> command;
  private final Path folder;
  private final String serverClass;
  private final Holding holding;
  private final CpuAllowance allowance;
  private final List<CommandServer> servers = new ArrayList<>();
  private final Map<String, String> properties = new HashMap<>();
  private final CommandFiles files;
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
    this(command, folder, serverClass, holding, CpuAllowance.usual());
  }

  /** The same, with this much processor time for all its processes. */
  Command(
      List<String> command,
      Path folder,
      String serverClass,
      Holding holding,
      CpuAllowance allowance) {
    this.command = List.copyOf(command);
    this.folder = folder;
    this.serverClass = serverClass;
    this.holding = holding;
    this.allowance = allowance;
    this.files = new CommandFiles(holding);
  }

  @Override
  public String kind() {
    return "command";
  }

  @Override
  public boolean hasClasses() {
    return false;
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
    if (arguments.isEmpty() || !arguments.getFirst().equals(0)) {
      return outOfReach("a command chooses its own port");
    }
    try {
      var words = arguments.stream().map(String::valueOf).toList();
      if (!files.canGive(words)) {
        return CommandFiles.outOfReach();
      }
      var server = start(words, properties);
      var ref = new Ref(servers.size() - 1, className);
      return server.listening().thenApply(port -> ref);
    } catch (IOException failed) {
      return notStarted(failed);
    }
  }

  private CommandServer start(List<String> arguments, Map<String, String> settings)
      throws IOException {
    var words = new ArrayList<String>();
    command.forEach(word -> words.add(word.replace("{port}", arguments.getFirst())));
    words.addAll(arguments.subList(1, arguments.size()));
    var held = holding.hold(words, folder, environment(settings));
    var server = CommandServer.start(held, allowance, trouble);
    servers.add(server);
    return server;
  }

  private static Map<String, String> environment(Map<String, String> settings) {
    var environment = new HashMap<String, String>();
    settings.forEach(
        (name, value) ->
            environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
    return environment;
  }

  private static <T> CompletableFuture<T> notStarted(IOException failed) {
    return CompletableFuture.failedFuture(
        new Failure.Ended("the command did not start: " + failed.getMessage()));
  }

  @Override
  public CompletableFuture<Launched> launch(
      String className, List<String> arguments, Map<String, String> settings) {
    if (!className.equals(serverClass)) {
      return outOfReach("a command stands for the server alone, not for " + className);
    }
    if (!files.canGive(arguments)) {
      return CommandFiles.outOfReach();
    }
    try {
      return start(arguments, settings).launched();
    } catch (IOException failed) {
      return notStarted(failed);
    }
  }

  @Override
  public CompletableFuture<@Nullable Object> set(String property, String value) {
    properties.put(property, value);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Path> folder() {
    return files.folder();
  }

  @Override
  public CompletableFuture<Optional<byte[]>> read(Path file) {
    return files.read(file);
  }

  @Override
  public CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    return files.write(file, bytes);
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
  public Optional<String> usedUp() {
    return allowance.usedUp();
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
    properties.clear();
    files.close();
  }

  static <T extends @Nullable Object> CompletableFuture<T> outOfReach(String what) {
    return CompletableFuture.failedFuture(new Failure.OutOfReach(what));
  }
}
