package chatlabs.grader.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds the processes of a command, in a tier. */
public final class Holding {
  private final Tier tier;
  private final Optional<Path> hosts;

  private Holding(Tier tier, Optional<Path> hosts) {
    this.tier = tier;
    this.hosts = hosts;
  }

  /** Limits alone: the command runs as the grader's user, with all that is installed. */
  public static Holding basic() {
    return new Holding(Tier.BASIC, Optional.empty());
  }

  /** Nothing at all: for trusted code. */
  static Holding none() {
    return new Holding(Tier.NONE, Optional.empty());
  }

  /** As this tier says; behind walls nothing is there but the system's programs. */
  static Holding of(Tier tier, Path hosts) {
    return new Holding(tier, Optional.of(hosts));
  }

  /**
   * A process that can be started.
   *
   * @param command its command line, with what holds it
   * @param folder where it is started
   * @param user who it runs as
   * @param watched whether its memory is watched
   * @param environment variables that it gets besides
   */
  record Held(
      List<String> command,
      Path folder,
      HandInUser user,
      boolean watched,
      Map<String, String> environment) {
    Held {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  /** Whether each process has files of its own, which nobody else sees. */
  boolean hasWalls() {
    return tier == Tier.STRICT;
  }

  /** One more process of this command in this folder, which becomes its user's own. */
  Held hold(List<String> command, Path folder) throws IOException {
    return hold(command, folder, Map.of());
  }

  /** The same, with these variables in its environment besides. */
  Held hold(List<String> command, Path folder, Map<String, String> more) throws IOException {
    if (!hasWalls()) {
      var limited = tier.limitsHere().around(command);
      return new Held(limited, folder, HandInUser.same(), tier != Tier.NONE, more);
    }
    var user = HandInUser.best();
    user.own(folder);
    var words = new ArrayList<>(user.prefix());
    var limited = tier.limitsHere().aroundOwnUser(with(more, command));
    var readable = new HashMap<>(Map.of(folder.toAbsolutePath(), Bubblewrap.HAND_IN));
    hosts.ifPresent(file -> readable.put(file, HostNames.PLACE));
    words.addAll(Bubblewrap.around(limited, Bubblewrap.HAND_IN, readable));
    return new Held(words, folder, user, true, Map.of());
  }

  /** The walls let no environment in. */
  private static List<String> with(Map<String, String> environment, List<String> command) {
    if (environment.isEmpty()) {
      return command;
    }
    var words = new ArrayList<>(List.of("env"));
    environment.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(command);
    return words;
  }

  /**
   * Why this program of a command cannot be had behind walls; empty when it can. What a path without
   * a root names is the hand-in's business.
   */
  public static Optional<String> outOfWalls(String program) {
    Path path = Path.of(program);
    if (path.isAbsolute()) {
      return isOfTheSystem(path) ? Optional.empty() : Optional.of(program + " is not below /usr");
    }
    if (path.getNameCount() > 1) {
      return Optional.empty();
    }
    return Stream.of(Bubblewrap.PATH.split(":"))
            .map(folder -> Path.of(folder, program))
            .anyMatch(each -> Files.isExecutable(each) && isOfTheSystem(each))
        ? Optional.empty()
        : Optional.of("there is no " + program + " in " + Bubblewrap.PATH);
  }

  private static boolean isOfTheSystem(Path program) {
    try {
      Path real = program.toRealPath();
      return Bubblewrap.SYSTEM.stream().anyMatch(real::startsWith);
    } catch (IOException missing) {
      return false;
    }
  }
}
