package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.Attach;
import chatlabs.grader.launch.Command;
import chatlabs.grader.launch.Holding;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code --run} and {@code --at} mean. */
final class SubjectOptions {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?(\\d{1,5})");

  private static final List<String> ENDINGS = List.of("", ".exe", ".cmd", ".bat");

  private SubjectOptions() {}

  /** A server that a command runs, in this folder, as the user who asks for it. */
  static Command command(String typed, Path folder, Lab lab) {
    return new Command(words(typed), folder, lab.server().className(), Holding.basic());
  }

  /** The words of a command that takes a port. */
  static List<String> words(String typed) {
    var words =
        WORD.matcher(typed)
            .results()
            .map(
                m -> m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3))
            .toList();
    if (words.stream().noneMatch(word -> word.contains("{port}"))) {
      throw new WrongUse(
          "--run '"
              + typed
              + "': write {port} where the command takes its port, as in"
              + " --run 'python3 server.py {port}'");
    }
    if (!isThere(words.get(0))) {
      throw new WrongUse(
          "--run '"
              + typed
              + "': there is no command '"
              + words.get(0)
              + "' on this machine (it was looked for on the PATH)");
    }
    return words;
  }

  /** A path is the hand-in's business; a mere name that is not there would be nobody's zero. */
  private static boolean isThere(String program) {
    if (program.contains("/") || program.contains(File.separator)) {
      return true;
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> ENDINGS.stream().map(ending -> Path.of(folder, program + ending)))
        .anyMatch(Files::isRegularFile);
  }

  /** Refuses to judge a server by checks that all need the classes of a program. */
  static void refuseAsServer(String option, CheckSuite suite) {
    if (!suite.hasAnyForServers()) {
      throw new WrongUse(
          option
              + ": each of these checks needs the program's classes, and none can judge a server;"
              + " leave it out to judge hand-ins in Java");
    }
  }

  /** A server that runs already. */
  static Attach attach(String typed, Lab lab) {
    var where = address("--at", typed);
    return new Attach(where, lab.server().className());
  }

  /** The address that was typed for this option: {@code HOST:PORT}, or a port of this machine. */
  static InetSocketAddress address(String option, String typed) {
    var address = ADDRESS.matcher(typed);
    if (!address.matches() || Integer.parseInt(address.group(2)) > 65_535) {
      throw new WrongUse(option + " " + typed + ": an address is HOST:PORT, as in localhost:12345");
    }
    String host = address.group(1) == null ? "localhost" : address.group(1);
    var where = new InetSocketAddress(host, Integer.parseInt(address.group(2)));
    if (where.isUnresolved()) {
      throw new WrongUse(option + " " + typed + ": there is no host of the name " + host);
    }
    return where;
  }
}
