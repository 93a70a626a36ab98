package chatlabs.grader.build;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chatlabs.grader.submission.SourceFile;
import chatlabs.grader.submission.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerTest {
  @TempDir Path classes;
  @AutoClose private final Compiler compiler = new Compiler();

  @Test
  void what_compiles_has_its_class_files_in_the_folder() throws InterruptedException {
    var build =
        compile("package p; public class A { B b; record C(int x) {} }", "package p; class B {}");
    assertThat(build).isEqualTo(new Build.Compiled(classes, List.of()));
    assertThat(classes.resolve("p")).isDirectoryContaining("glob:**/A.class");
    assertThat(classes.resolve("p/A$C.class")).isRegularFile();
    assertThat(classes.resolve("p/B.class")).isRegularFile();
  }

  @Test
  void class_files_run_on_java_21() throws Exception {
    compile("class A {}");
    try (var in = java.nio.file.Files.newInputStream(classes.resolve("A.class"))) {
      assertThat(in.readNBytes(8)[7]).isEqualTo((byte) 65);
    }
  }

  @Test
  void a_public_class_may_stand_in_a_file_of_any_name() throws InterruptedException {
    var source = SourceFile.of("doejane_EchoServer(1).java", "public class EchoServer {}");
    assertThat(compiler.compile(handIn(source), classes)).isInstanceOf(Build.Compiled.class);
  }

  @Test
  void an_error_has_its_place_its_line_and_a_caret() throws InterruptedException {
    var source = SourceFile.of("src/A.java", "class A {\r\n\tint x = \"one\";\r\n}\r\n");
    var refused = (Build.Refused) compiler.compile(handIn(source), classes);
    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().getFirst().line()).isEqualTo(2);
    assertThat(refused.text())
        .isEqualTo(
            """
            src/A.java:2: error: incompatible types: String cannot be converted to int
            \tint x = "one";
            \t        ^\
            """);
  }

  @Test
  void all_files_with_errors_are_told() throws InterruptedException {
    refused("class A { x }", "class B { int }")
        .extracting(Build.Refused::text)
        .asString()
        .contains("f0.java:1: error:")
        .contains("f1.java:1: error:");
  }

  @Test
  void more_than_20_errors_are_cut_and_it_says_so() throws InterruptedException {
    var many = "class A { void a() { " + "x();\n".repeat(34) + "} }";
    var refused = (Build.Refused) compile(many);
    assertThat(refused.problems()).hasSize(20);
    assertThat(refused.text()).endsWith("These are the first 20 of 34 errors.");
  }

  @Test
  void a_line_without_end_is_cut_and_it_says_so() throws InterruptedException {
    refused("class A { int x = " + "1 + ".repeat(2_000) + "y; }")
        .extracting(Build.Refused::text)
        .asString()
        .hasSizeLessThan(500)
        .contains("(the line is cut here)");
  }

  @Test
  void messages_are_english_whatever_the_locale() throws InterruptedException {
    var before = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.JAPANESE);
      refused("class A { x() }").extracting(Build.Refused::text).asString().contains("expected");
    } finally {
      java.util.Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.junit.jupiter.api.Test",
        "chatlabs.grader.lab.Lab",
        "org.assertj.core.api.Assertions"
      })
  void the_graders_own_class_path_is_not_seen(String type) throws InterruptedException {
    refused("class A { " + type + " x; }")
        .extracting(Build.Refused::text)
        .asString()
        .contains("does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"java.lang", "javax.net", "chatlabs.grader.check", "org.junit.jupiter.api", "jdk"})
  void classes_in_packages_of_others_are_refused(String packageName) throws InterruptedException {
    refused("package " + packageName + "; public class A {}")
        .extracting(Build.Refused::text)
        .asString()
        .contains("f0.java")
        .contains("the package " + packageName + " is not yours");
  }

  @Test
  void annotation_processors_are_not_run() throws InterruptedException {
    var processor =
        """
        import javax.annotation.processing.*; import javax.lang.model.element.*; import java.util.*;
        @SupportedAnnotationTypes("*") public class P extends AbstractProcessor {
          public boolean process(Set<? extends TypeElement> a, RoundEnvironment e) { throw new Error("ran"); }
        }
        """;
    assertThat(compile(processor)).isInstanceOf(Build.Compiled.class);
    assertThat(compile(processor + "@Deprecated class X {}")).isInstanceOf(Build.Compiled.class);
  }

  @Test
  void sources_nested_too_deeply_are_refused_and_the_next_ones_compile()
      throws InterruptedException {
    refused("class A { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }")
        .extracting(Build.Refused::text)
        .asString()
        .contains("ran out of stack");
    assertThat(compile("class B {}")).isInstanceOf(Build.Compiled.class);
  }

  @Test
  void the_compiler_has_a_time_and_the_next_ones_compile() throws Exception {
    try (var impatient = new Compiler(Duration.ofMillis(1))) {
      var build = impatient.compile(handIn(SourceFile.of("A.java", "class A {}")), classes);
      assertThat(build)
          .asInstanceOf(type(Build.Refused.class))
          .extracting(Build.Refused::text)
          .asString()
          .contains("was not done after");
    }
    assertThat(compile("class B {}")).isInstanceOf(Build.Compiled.class);
  }

  @Test
  void a_class_that_is_there_twice_is_an_error_with_both_places() throws InterruptedException {
    refused("class A {}", "class A {}")
        .extracting(Build.Refused::text)
        .asString()
        .contains("duplicate class: A");
  }

  @Test
  void broken_text_of_any_kind_is_refused() throws InterruptedException {
    for (var text : List.of("\0\0\0", "class", "}{", "\"", "/*", "\\u00zz", "\uD800 class A {")) {
      refused(text).extracting(Build.Refused::problems).isNotNull();
    }
  }

  @Test
  void warnings_are_kept_and_do_no_harm() throws InterruptedException {
    var build =
        compile("class A { synchronized void a() { synchronized (Integer.valueOf(1)) {} } }");
    assertThat(build)
        .asInstanceOf(type(Build.Compiled.class))
        .extracting(
            Build.Compiled::warnings, as(org.assertj.core.api.InstanceOfAssertFactories.LIST))
        .hasSize(1);
  }

  private ObjectAssert<Build.Refused> refused(String... sources) throws InterruptedException {
    return assertThat(compile(sources)).asInstanceOf(type(Build.Refused.class));
  }

  private Build compile(String... sources) throws InterruptedException {
    var files = new ArrayList<SourceFile>();
    for (var source : sources) {
      files.add(SourceFile.of("f" + files.size() + ".java", source));
    }
    return compiler.compile(handIn(files.toArray(SourceFile[]::new)), classes);
  }

  private static Submission.Found handIn(SourceFile... sources) {
    return new Submission.Found("jane", "jane", List.of(sources), List.of(), List.of());
  }
}
