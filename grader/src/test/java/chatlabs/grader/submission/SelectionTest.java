package chatlabs.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir Path temp;
  private Sample sample;

  @BeforeEach
  void a_hand_in_beside() throws IOException {
    sample = Sample.in(temp).flat("zoe");
  }

  @Test
  void a_maven_tree_gives_its_main_sources() throws IOException {
    sample.flat("jane/src/main/java/chatlabs/echo").file("jane/pom.xml", "<project/>");
    sample.file(
        "jane/src/test/java/chatlabs/echo/MyTest.java", "package chatlabs.echo; class MyTest {}");
    sample.file("jane/target/classes/A.class", "").file("jane/.git/config", "");
    var jane = sample.found("jane");
    assertThat(jane.missing()).isEmpty();
    assertThat(Sample.paths(jane))
        .containsExactly(
            "src/main/java/chatlabs/echo/EchoClient.java",
            "src/main/java/chatlabs/echo/EchoServer.java");
    assertThat(String.join("\n", jane.notes()))
        .contains("MyTest.java", "pom.xml", "A.class", ".git/");
  }

  @Test
  void classes_are_found_by_what_sources_declare_and_not_by_file_names() throws IOException {
    sample.file(
        "jane/a/b/x1.java",
        "/* class Fake { */ package chatlabs.echo;\n"
            + "import java.io.*;\n"
            + "@Deprecated public final class EchoServer { String s = \"class Fake2 {\"; class"
            + " Inner {} }");
    sample.file("jane/a/b/x2.java", Sample.CLIENT);
    var jane = sample.found("jane");
    assertThat(jane.missing()).isEmpty();
    assertThat(jane.sources())
        .flatExtracting(SourceFile::types)
        .containsExactlyInAnyOrder("EchoServer", "EchoClient");
    assertThat(jane.notes()).contains("class EchoServer was found in a/b/x1.java");
  }

  @Test
  void the_students_own_classes_come_along() throws IOException {
    sample.flat("jane/chatlabs/echo");
    sample.file("jane/chatlabs/echo/Line.java", "package chatlabs.echo; record Line(String t) {}");
    sample.file("jane/chatlabs/echo/io/In.java", "package chatlabs.echo.io; public class In {}");
    sample.file("jane/my/Own.java", "package my; public class Own {}");
    assertThat(sample.found("jane").sources()).hasSize(5);
  }

  @Test
  void classes_in_other_folders_come_along_when_they_are_used() throws IOException {
    sample.file(
        "jane/server/src/chatlabs/echo/EchoServer.java",
        "package chatlabs.echo; public class EchoServer { Line line; }");
    sample.file("jane/client/src/chatlabs/echo/EchoClient.java", Sample.CLIENT);
    sample.file(
        "jane/common/chatlabs/echo/Line.java", "package chatlabs.echo; class Line { Part p; }");
    sample.file("jane/more/chatlabs/echo/Part.java", "package chatlabs.echo; class Part {}");
    sample.file("jane/lab02/chatlabs/other/Frame.java", "package chatlabs.other; class Frame {");
    var jane = sample.found("jane");
    assertThat(jane.sources()).hasSize(4);
    assertThat(jane.notes()).anyMatch(n -> n.contains("lab02/chatlabs/other/Frame.java"));
  }

  @Test
  void of_several_candidates_one_is_taken_and_told() throws IOException {
    sample.flat("jane/src/main/java/chatlabs/echo").flat("jane/old");
    sample.file("jane/EchoServer.java", Sample.SERVER).flat("jane/out/production");
    var jane = sample.found("jane");
    assertThat(Sample.paths(jane)).allMatch(path -> path.startsWith("src/main/java/")).hasSize(2);
    assertThat(jane.notes())
        .anyMatch(
            n ->
                n.startsWith(
                        "EchoServer was found 4 times: src/main/java/chatlabs/echo/"
                            + "EchoServer.java was taken, ")
                    && n.contains("old/EchoServer.java"));
  }

  @Test
  void the_folder_with_more_of_the_labs_classes_wins() throws IOException {
    sample.file("jane/EchoServer.java", Sample.SERVER).flat("jane/deep/er/final");
    assertThat(Sample.paths(sample.found("jane"))).allMatch(p -> p.startsWith("deep/er/final/"));
  }

  @Test
  void a_copy_in_the_same_folder_is_left_aside() throws IOException {
    sample.flat("jane").file("jane/EchoServer - Copy.java", Sample.SERVER);
    var jane = sample.found("jane");
    assertThat(Sample.paths(jane)).containsExactly("EchoClient.java", "EchoServer.java");
    assertThat(jane.notes()).anyMatch(n -> n.contains("EchoServer - Copy.java"));
  }

  @Test
  void tests_and_the_labs_own_checks_are_left_aside() throws IOException {
    sample.flat("jane");
    sample.file(
        "jane/MyTest.java",
        "package chatlabs.echo; import org.junit.jupiter.api.Test; class MyTest {}");
    sample.file(
        "jane/EchoServerTest.java", "package chatlabs.echo.checks; class EchoServerTest {}");
    sample.file("jane/module-info.java", "module jane {}").file("jane/lib/junit.jar", "");
    var jane = sample.found("jane");
    assertThat(jane.sources()).hasSize(2);
    assertThat(String.join("\n", jane.notes()))
        .contains(
            "MyTest.java (tests)",
            "EchoServerTest.java (classes of the lab's own checks)",
            "module-info.java (module",
            "junit.jar");
  }

  @Test
  void a_class_in_a_wrong_package_is_told_and_not_moved() throws IOException {
    sample.file("jane/EchoServer.java", "public class EchoServer {}");
    sample.file("jane/EchoClient.java", "package echo; public class EchoClient {}");
    var jane = sample.unusable("jane");
    assertThat(jane.kind()).isEqualTo(Submission.Kind.EMPTY);
    assertThat(jane.reason())
        .contains(
            "looked for chatlabs.echo.EchoServer; nearest: class EchoServer in EchoServer.java"
                + " (default package; it must begin with: package chatlabs.echo;)")
        .contains("class EchoClient in EchoClient.java (package echo;");
  }

  @Test
  void a_mistyped_class_is_told_with_the_nearest() throws IOException {
    sample.file("jane/EchoSever.java", "package chatlabs.echo; public class EchoSever {}");
    sample.file("jane/Main.java", "package chatlabs.echo; public class Main {}");
    assertThat(sample.unusable("jane").reason())
        .contains(
            "looked for chatlabs.echo.EchoServer; nearest: class EchoSever in EchoSever.java"
                + " (package chatlabs.echo)");
  }

  @Test
  void classes_that_are_nothing_like_the_labs_are_named() throws IOException {
    sample.file("jane/Main.java", "class Main {}");
    assertThat(sample.unusable("jane").reason())
        .contains("found nothing like it; there are the classes Main");
  }

  @Test
  void a_hand_in_with_some_of_the_classes_is_found_and_the_others_are_missing() throws IOException {
    sample.file("jane/EchoServer.java", Sample.SERVER);
    sample.file("jane/EchoCleint.java", "package chatlabs.echo; class EchoCleint {}");
    var jane = sample.found("jane");
    assertThat(jane.missing()).containsExactly("chatlabs.echo.EchoClient");
    assertThat(jane.notes()).anyMatch(n -> n.contains("nearest: class EchoCleint"));
  }

  @Test
  void compiled_classes_alone_are_nothing() throws IOException {
    sample.file("jane/EchoServer.class", "");
    var jane = sample.unusable("jane");
    assertThat(jane.reason()).startsWith("there is no .java file in it");
    assertThat(jane.notes()).anyMatch(n -> n.contains("EchoServer.class (compiled"));
  }

  @Test
  void any_encoding_of_an_editor_is_read() throws IOException {
    var text = Sample.SERVER.replace("{}", "{ String s = \"größer\"; }");
    sample.flat("bom").file("bom/EchoServer.java", "\uFEFF" + text.replace(" ", "\r\n"));
    sample.flat("utf16").file("utf16/EchoServer.java", ("\uFEFF" + text).getBytes(UTF_16LE));
    sample
        .flat("latin")
        .file("latin/EchoServer.java", text.getBytes(Charset.forName("ISO-8859-1")));
    for (var name : new String[] {"bom", "utf16", "latin"}) {
      assertThat(sample.found(name).missing()).isEmpty();
      assertThat(sample.found(name).sources())
          .anyMatch(s -> s.text().contains("größer"))
          .noneMatch(s -> s.text().startsWith("\uFEFF"));
    }
    assertThat(sample.found("latin").notes())
        .contains("EchoServer.java is not UTF-8; read as windows-1252");
  }

  @Test
  void symbolic_links_are_not_followed() throws IOException {
    sample.flat("jane").file("../secret/Key.java", "package chatlabs.echo; class Key {}");
    Files.createSymbolicLink(sample.root().resolve("jane/in"), temp.resolve("secret"));
    Files.createSymbolicLink(sample.root().resolve("jane/K.java"), temp.resolve("secret/Key.java"));
    Files.createSymbolicLink(sample.root().resolve("jane/loop"), sample.root());
    var jane = sample.found("jane");
    assertThat(jane.sources()).hasSize(2);
    assertThat(jane.notes()).anyMatch(n -> n.contains("in, ") || n.contains("K.java, in"));
  }

  @Test
  void a_folder_around_everything_may_be_called_test() throws IOException {
    sample.flat("jane/test").file("jane/test/Line.java", "package chatlabs.echo; class Line {}");
    assertThat(sample.found("jane").sources()).hasSize(3);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Timeout(20)
  void pipes_are_not_opened() throws Exception {
    sample.flat("jane");
    var root = sample.root().toString();
    var pipes = new String[] {"mkfifo", root + "/EchoPipe.java", root + "/jane/Pipe.java"};
    assertThat(new ProcessBuilder(pipes).start().waitFor()).isZero();
    assertThat(sample.found("jane").notes()).anyMatch(n -> n.contains("Pipe.java (symbolic"));
    assertThat(sample.open().notes()).anyMatch(n -> n.contains("EchoPipe.java"));
  }

  @Test
  void broken_sources_do_not_hide_the_class() throws IOException {
    sample.file(
        "jane/EchoServer.java", "package chatlabs.echo;\npublic class EchoServer { void x( { \"");
    sample.file("jane/EchoClient.java", "}}} package chatlabs.echo; class EchoClient {");
    assertThat(sample.found("jane").missing()).isEmpty();
  }

  @Test
  void folders_nested_a_thousand_levels_end_with_a_reason() throws IOException {
    var jane = sample.flat("jane").root().resolve("jane");
    var deepest = Files.createDirectories(jane.resolve("d/".repeat(1_000)));
    var unusable = sample.unusable("jane");
    assertThat(unusable.kind()).isEqualTo(Submission.Kind.NOT_JUDGED);
    assertThat(unusable.reason()).contains("nested deeper than 64 levels");
    // JUnit takes 20 seconds to delete them.
    for (var folder = deepest; !folder.equals(jane); folder = folder.getParent()) {
      Files.delete(folder);
    }
  }

  @Test
  void too_many_files_end_with_a_reason() throws IOException {
    sample.flat("jane");
    for (int i = 0; i <= Budget.MAX_FILES; i++) {
      Files.createFile(sample.root().resolve("jane/" + i));
    }
    assertThat(sample.unusable("jane").reason()).contains("more than 10,000 files");
  }

  @Test
  void a_giant_source_ends_with_a_reason() throws IOException {
    sample.flat("jane").file("jane/Big.java", new byte[Budget.MAX_SOURCE + 1]);
    assertThat(sample.unusable("jane").reason()).contains("Big.java is larger than 1 MiB");
  }

  @Test
  void notes_name_a_few_and_count_the_rest() throws IOException {
    sample.flat("jane");
    for (int i = 0; i < 9; i++) {
      sample.file("jane/n" + i + ".txt", "");
    }
    assertThat(sample.found("jane").notes()).anyMatch(n -> n.contains("n4.txt and 4 more"));
  }
}
