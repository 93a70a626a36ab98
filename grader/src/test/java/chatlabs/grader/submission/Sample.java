package chatlabs.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Hand-ins made for a test, in a folder of their own. */
record Sample(Path root, Path workDir) {
  static final String SERVER = "package chatlabs.echo; public class EchoServer {}";
  static final String CLIENT = "package chatlabs.echo; public class EchoClient {}";
  static final Lab LAB = lab();

  static Sample in(Path temp) throws IOException {
    return new Sample(Files.createDirectory(temp.resolve("hand-ins")), temp.resolve("work"));
  }

  private static Lab lab() {
    var server = new Role("EchoServer", "chatlabs.echo");
    var roles = List.of(server, new Role("EchoClient", "chatlabs.echo"));
    return new Lab(
        "01-echo",
        1,
        "t",
        roles,
        server,
        12345,
        Optional.empty(),
        Optional.empty(),
        Path.of("l"),
        Path.of("s"));
  }

  Sample file(String path, String text) throws IOException {
    return file(path, text.getBytes(UTF_8));
  }

  Sample file(String path, byte[] bytes) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  /** Both classes of the lab, flat in a folder; an empty name is the top. */
  Sample flat(String folder) throws IOException {
    var prefix = folder.isEmpty() ? "" : folder + "/";
    return file(prefix + "EchoServer.java", SERVER).file(prefix + "EchoClient.java", CLIENT);
  }

  Intake open() {
    return open("");
  }

  Intake open(String path) {
    return Intake.open(root.resolve(path), LAB, workDir);
  }

  Submission one(String name) {
    return open().submissions().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + open().submissions()));
  }

  Submission.Found found(String name) {
    return (Submission.Found) one(name);
  }

  Submission.Unusable unusable(String name) {
    return (Submission.Unusable) one(name);
  }

  List<String> names() {
    return open().submissions().stream().map(Submission::name).toList();
  }

  static List<String> paths(Submission.Found found) {
    return found.sources().stream().map(SourceFile::path).sorted().toList();
  }

  static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** A zip of both classes, and more. */
  static byte[] labZip(String prefix, String... more) throws IOException {
    var lab = Stream.of(prefix + "EchoServer.java", SERVER, prefix + "EchoClient.java", CLIENT);
    return zip(Stream.concat(lab, Stream.of(more)).toArray(String[]::new));
  }

  /** A zip whose single entry is made from parts that ordinary programs refuse to write. */
  static byte[] zipOfBytes(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
