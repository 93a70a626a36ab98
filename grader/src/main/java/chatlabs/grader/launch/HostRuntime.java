package chatlabs.grader.launch;

import chatlabs.grader.archive.JvmArchive;
import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What all JVMs of hand-ins start from: the host's archive and, beside it, the archive of its
 * loaded classes. Made once for each JDK and each build of the kit, and kept in a folder.
 */
public final class HostRuntime {
  private final Tier tier;
  private final Path folder;
  private final String host;
  private final Path hostNames;
  private final List<String> java;
  private final boolean ownUsers;

  private HostRuntime(
      Tier tier, Path folder, String host, Path hostNames, List<String> java, boolean ownUsers) {
    this.tier = tier;
    this.folder = folder;
    this.host = host;
    this.hostNames = hostNames;
    this.java = List.copyOf(java);
    this.ownUsers = ownUsers;
  }

  /**
   * Prepares it in this folder; takes a second or two the first time, and blocks meanwhile.
   *
   * @param tier how the JVMs are to be held
   * @throws IOException when the folder cannot be written
   */
  public static synchronized HostRuntime prepare(Path folder, Tier tier) throws IOException {
    Path jar = HostJar.in(folder.toAbsolutePath());
    var archive = JvmArchive.of(jar);
    if (!archive.isMade()) {
      archive.make(options -> train(jar, options));
    }
    return new HostRuntime(
        tier,
        folder.toAbsolutePath(),
        jar.getFileName().toString(),
        HostNames.in(folder.toAbsolutePath()),
        command(jar, archive.options()),
        tier != Tier.NONE && HandInUser.canUse(jar, Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** Whether the memory of hand-ins is bounded. */
  boolean isWatched() {
    return tier != Tier.NONE;
  }

  /** Who the next hand-in runs as. */
  HandInUser user() {
    return ownUsers ? HandInUser.own() : HandInUser.same();
  }

  /** How its hand-ins are held. */
  public Tier tier() {
    return tier;
  }

  /** What holds hand-ins that are commands. */
  public Holding ofCommands() {
    return Holding.of(tier, hostNames);
  }

  /** How well hand-ins are kept apart on this machine, for reports. */
  public String description() {
    return ownUsers && tier == Tier.BASIC ? tier.descriptionWithOwnUsers() : tier.description();
  }

  /** The folder in which it was prepared. */
  public Path folder() {
    return folder;
  }

  /**
   * What runs hand-ins, and how they are held: another text when the host's classes, the tier, the
   * options of the JVM or its version are others.
   */
  public String identity() {
    var options = String.join(" ", JvmOptions.forHandIn());
    return String.join(" ", host, tier.name(), Runtime.version().toString(), options);
  }

  /** Whether each hand-in gets a user of its own that can read what its JVM starts from. */
  public boolean hasOwnUsers() {
    return ownUsers;
  }

  /** The command that starts the host for the class files in this folder. */
  List<String> command(Path classes) {
    var limits = tier.limitsHere();
    return switch (tier) {
      case NONE -> java;
      case BASIC -> ownUsers ? limits.aroundOwnUser(java) : limits.around(java);
      case STRICT ->
          Bubblewrap.around(
              limits.aroundOwnUser(java),
              Bubblewrap.HOME,
              Map.of(
                  folder,
                  folder,
                  jdk(),
                  jdk(),
                  hostNames,
                  HostNames.PLACE,
                  classes.toAbsolutePath(),
                  Bubblewrap.HAND_IN));
    };
  }

  /** Where the host finds the class files of this folder. */
  Path seen(Path classes) {
    return tier == Tier.STRICT ? Bubblewrap.HAND_IN : classes.toAbsolutePath();
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  private static List<String> command(Path jar, List<String> more) {
    var command = new ArrayList<String>();
    command.add(JvmOptions.java());
    command.addAll(JvmOptions.forHandIn());
    command.addAll(more);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  /** Lets a host do once what all of them will do. */
  private static void train(Path jar, List<String> options) throws IOException {
    Path nothing = Files.createTempDirectory("chatlabs-training");
    try (var host =
        HostProcess.start(
            command(jar, options),
            HandInUser.same(),
            false,
            CpuAllowance.usual(),
            nothing,
            nothing,
            event -> {})) {
      var server = host.make("java.net.ServerSocket", List.of(0)).join();
      host.call(server, "close", List.of()).join();
      Object name =
          host.callStatic("java.net.InetAddress", "getByName", List.of("localhost")).join();
      host.call((Ref) name, "isLoopbackAddress", List.of()).join();
      host.make("java.net.ServerSocket", List.of(-1)).handle((made, thrown) -> thrown).join();
      host.practise().join();
      host.strayThreads().join();
      host.fresh().join();
      host.finish();
    } finally {
      Files.delete(nothing);
    }
  }
}
