package chatlabs.grader.bench;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the kit as a student has it, built, with the reference as the student's work. */
final class StudentKit {
  private static final List<String> LEFT_OUT = List.of(".git", "solutions", "surefire-reports");

  private final Path lab;

  private StudentKit(Path lab) {
    this.lab = lab;
  }

  /** Copies the kit in {@code home} to {@code target}, and lets Maven build it there once. */
  static StudentKit copy(Path home, Lab lab, Path target) throws IOException, InterruptedException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(each -> isCopied(home.relativize(each))).toList()) {
        copy(file, target.resolve(home.relativize(file).toString()));
      }
    }
    Path folder = target.resolve(home.relativize(lab.folder()).toString());
    Variants.reference(lab).materialise(folder.resolve("src/main/java"));
    var kit = new StudentKit(folder);
    kit.mavenTest(); // compiles what has changed
    return kit;
  }

  /** Milliseconds of {@code mvn -o -q test} in the lab's folder. */
  double mavenTest() throws IOException, InterruptedException {
    return KitProcess.millis(List.of(KitProcess.maven(), "-o", "-q", "test"), lab);
  }

  private static boolean isCopied(Path path) {
    for (var name : path) {
      if (LEFT_OUT.contains(name.toString())) {
        return false;
      }
    }
    return true;
  }

  private static void copy(Path file, Path to) throws IOException {
    if (Files.isDirectory(file)) {
      Files.createDirectories(to);
    } else {
      Files.copy(file, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
