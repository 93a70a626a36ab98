package chatlabs.grader.build;

import chatlabs.grader.submission.SourceFile;
import java.util.List;
import java.util.Optional;

/** Packages that a hand-in must not declare classes in: they are the JDK's or the grader's. */
final class Reserved {
  private static final List<String> PACKAGES =
      List.of(
          "java",
          "javax",
          "jdk",
          "sun",
          "com.sun",
          "chatlabs.grader",
          "org.junit",
          "org.opentest4j",
          "org.assertj");

  private Reserved() {}

  static Optional<Problem> in(SourceFile source) {
    return PACKAGES.stream()
        .filter(reserved -> (source.packageName() + ".").startsWith(reserved + "."))
        .findFirst()
        .map(
            reserved ->
                Problem.general(
                    "%s: the package %s is not yours: %s belongs to the JDK or the grader"
                        .formatted(source.path(), source.packageName(), reserved)));
  }
}
