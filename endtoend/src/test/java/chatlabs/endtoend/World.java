package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.echo.EchoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What the red team is let loose on: a home, files, processes, ports, all of them canaries and the
 * test's own; and what can be seen of them afterwards.
 */
final class World implements AutoCloseable {
  private static final List<String> COMMON = List.of("/tmp", "/var/tmp", "/dev/shm");
  private static final List<String> OF_THE_KIT = List.of("target", "target/host", "target/worker", "endtoend/target");
  private static final String KEPT = "what others have written\n";

  final Path home;
  final String environment = secret();
  final String property = secret();
  private final Path folder;
  private final Path report;
  private final String neighbour = secret();
  private final String jvmSecret = secret();
  private final int nonce = ThreadLocalRandom.current().nextInt(10_000, 100_000);
  private final List<String> names;
  private final List<String> secrets = new ArrayList<>();
  private final Ear ear = new Ear();
  private final EchoServer reference = new EchoServer(0);
  private final Canaries canaries;
  private final long jvm;

  /**
   * Makes it.
   *
   * @param folder where its files are
   * @param report where the report will be
   * @param names those who are let loose
   * @param owner whose it is
   * @param classPath from which its JVM starts
   */
  World(Path folder, Path report, List<String> names, Somebody owner, String classPath)
      throws IOException {
    this.folder = folder;
    this.report = report;
    this.names = names;
    this.home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve(".m2/repository"));
    canaries = new Canaries(owner);
    jvm = canaries.jvm(jvmSecret, classPath);
    secrets.addAll(List.of(environment, property, neighbour, jvmSecret));
    for (String file :
        List.of(
            "target/test-classes/chatlabs/echo/hidden/HiddenServerTest.class",
            "src/test/java/chatlabs/echo/hidden/HiddenServerTest.java",
            "src/main/java/chatlabs/echo/EchoServer.java")) {
      secrets.add(sum(Chatlab.HOME.resolve("solutions/01-echo").resolve(file)));
    }
  }

  /** A comment for the neighbour's source, which others are not to read. */
  String neighbourSecret() {
    return "// " + neighbour + "\n";
  }

  /** What stands for names in the sources of one of them. */
  Map<String, String> names(Attack attack, Path neighbourSource) throws IOException {
    String secret = secret();
    secrets.add(secret);
    Path victim = Files.createDirectories(victim(attack.name()));
    Files.writeString(victim.resolve("keep.txt"), KEPT, UTF_8);
    Path secretFile = home.resolve("notes-on-" + attack.name() + ".txt");
    Files.writeString(secretFile, secret + "\n", UTF_8);
    long pid = attack.mentions("%PID%") ? canaries.sleeper(attack.name(), secret) : 0;
    return Map.ofEntries(
        Map.entry("%NAME%", attack.name()),
        Map.entry("%MARK%", mark(attack.name())),
        Map.entry("%SECRET_FILE%", secretFile.toString()),
        Map.entry("%HOME%", home.toString()),
        Map.entry("%VICTIM%", victim.toString()),
        Map.entry("%NEIGHBOUR%", neighbourSource.toString()),
        Map.entry("%KIT%", Chatlab.HOME.toString()),
        Map.entry("%OUT%", report.toString()),
        Map.entry("%PORT%", String.valueOf(ear.port())),
        Map.entry("%REFERENCE%", String.valueOf(reference.port())),
        Map.entry("%PID%", String.valueOf(pid)),
        Map.entry("%JVM%", String.valueOf(jvm)));
  }

  /** The number by which files and processes of this one are known: eight digits. */
  String mark(String name) {
    return "%d%03d".formatted(nonce, names.indexOf(name));
  }

  boolean isRead(String report) {
    return secrets.stream().anyMatch(report::contains);
  }

  boolean isWritten(String name) throws IOException {
    if (!KEPT.equals(Files.readString(victim(name).resolve("keep.txt"), UTF_8))) {
      return true;
    }
    String planted = planted(name);
    for (Path place : List.of(home, home.resolve(".m2/repository"), report, report.resolve("students"))) {
      if (hasFile(place, planted)) {
        return true;
      }
    }
    return hasFile(victim(name), "planted") || !elsewhere(name).isEmpty();
  }

  boolean isHeard(String name) {
    return ear.hasHeard(name);
  }

  boolean isGone(String name) {
    return canaries.isGone(name);
  }

  /** Files that it has left outside of this world; their names are its own alone. */
  private List<Path> elsewhere(String name) {
    String planted = planted(name);
    return Stream.concat(
            COMMON.stream().map(Path::of), OF_THE_KIT.stream().map(Chatlab.HOME::resolve))
        .map(place -> place.resolve(planted))
        .filter(Files::exists)
        .toList();
  }

  private String planted(String name) {
    return "planted-" + name + "-" + mark(name);
  }

  private Path victim(String name) {
    return folder.resolve("victims").resolve(name);
  }

  private static boolean hasFile(Path place, String begin) throws IOException {
    return Files.isDirectory(place)
        && HandIns.list(place).stream().anyMatch(file -> file.getFileName().toString().startsWith(begin));
  }

  private static String secret() {
    return "SECRET-" + UUID.randomUUID();
  }

  private static String sum(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    for (String name : names) {
      for (Path file : elsewhere(name)) {
        Files.delete(file);
      }
      Marks.alive(mark(name)).forEach(ProcessHandle::destroyForcibly);
    }
    canaries.close();
    reference.close();
    ear.close();
  }
}
