package chatlabs.grader.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticStateTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { int n; int[] all = {}; }",
        "class A { static final int PORT = 1; static final String NAME = \"x\"; }",
        "class A { static final java.time.Duration D = java.time.Duration.ofSeconds(1); }",
        "class A { static final java.time.format.DateTimeFormatter F = null; }",
        "class A { static final java.util.HexFormat HEX = java.util.HexFormat.of(); }",
        "class A { static final long START = System.nanoTime(); }",
        "class A { int n() { assert n > 0; return n; } int n; }",
        "class A { static int twice(int n) { return 2 * n; } Runnable r = () -> twice(1); }",
        "enum A { RED, GREEN }",
        "enum A { RED { @Override int n() { return 1; } }; int n() { return 0; } }",
        "enum A { RED(1); private final int n; A(int n) { this.n = n; } }",
        "enum A { RED; int n() { return switch (this) { case RED -> 1; }; } }",
        "record A(int n, String s) {}",
        "interface A { int PORT = 1; }",
      })
  void what_cannot_change_is_no_state(String source) {
    assertThat(isIn(source)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { static int n; }",
        "class A { static String last = \"\"; }",
        "class A { private static volatile boolean done; }",
        "class A { static final int[] ALL = {1}; }",
        "class A { static final java.util.List<String> ALL = java.util.List.of(); }",
        "class A { static final java.util.Random RANDOM = new java.util.Random(); }",
        "class A { static final Object LOCK = new Object(); }",
        "class A { static class B { static int n; } }",
        "interface A { java.util.Map<String, String> ALL = new java.util.HashMap<>(); }",
        "enum A { RED; int n; }",
        "enum A { RED; final int[] all = {1}; }",
        "enum A { RED { int n; } }",
      })
  void what_could_change_is_state(String source) {
    assertThat(isIn(source)).isTrue();
  }

  @Test
  void a_class_that_cannot_be_read_counts_as_one_with_state() throws IOException {
    Files.writeString(folder.resolve("Broken.class"), "no class");

    assertThat(isIn("class A {}")).isTrue();
  }

  @Test
  void a_class_that_needs_one_that_is_not_there_counts_as_one_with_state() throws IOException {
    compile("class A { B b; } class B {}");
    Files.delete(folder.resolve("B.class"));

    assertThat(isIn(url(), folder)).isTrue();
  }

  @Test
  void what_is_no_folder_counts_as_one_with_state() throws IOException {
    assertThat(isIn(folder.resolve("none").toUri().toURL(), folder)).isTrue();
    assertThat(isIn(URI.create("jar:file:/none.jar!/").toURL(), folder)).isTrue();
  }

  @Test
  void looking_at_classes_does_not_initialise_them() {
    assertThat(isIn("class A { static { if (true) throw new IllegalStateException(); } }"))
        .isFalse();
  }

  private boolean isIn(String source) {
    compile(source);
    return isIn(url(), folder);
  }

  private static boolean isIn(URL classes, Path folder) {
    try (var loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      return StaticState.isIn(classes, loader);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private URL url() {
    try {
      return folder.toUri().toURL();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private void compile(String source) {
    Path file = folder.resolve("A.java");
    var javac = ToolProvider.getSystemJavaCompiler();
    try (var files = javac.getStandardFileManager(null, null, UTF_8)) {
      Files.writeString(file, source);
      var options = List.of("-proc:none", "-d", folder.toString());
      var task = javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file));
      assertThat(task.call()).isTrue();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
