package chatlabs.grader.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.archive.JvmArchive;
import chatlabs.grader.launch.Programs;
import chatlabs.grader.launch.SpareJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

@Timeout(120)
class GraderJarsTest {
  private static final Instant SOME_DAY = Instant.parse("2026-01-02T03:04:05Z");
  private static final FileTime NEXT_SECOND = FileTime.from(SOME_DAY.plusSeconds(1));

  @TempDir private Path folder;
  private Path classes;
  private Path tests;
  private Path library;
  private Path kept;

  @BeforeEach
  void write() throws IOException {
    classes = folder.resolve("classes");
    tests = folder.resolve("tests");
    library = folder.resolve("library.jar");
    kept = folder.resolve("kept");
    write(classes.resolve("a/b/First.class"), "first");
    write(classes.resolve("note.txt"), "of the classes");
    write(tests.resolve("note.txt"), "of the tests");
    write(library, "library");
  }

  @Test
  void each_folder_of_the_class_path_becomes_a_jar_in_its_place() throws IOException {
    var made = of(classes, library, tests);

    assertThat(made.entries()).hasSize(3).startsWith(made.first(), library);
    assertThat(made.classPath().split(File.pathSeparator)).hasSize(3);
    try (var jar = new JarFile(made.first().toFile());
        var last = new JarFile(made.entries().get(2).toFile())) {
      assertThat(jar.stream().map(Object::toString)).containsExactly("a/b/First.class", "note.txt");
      assertThat(last.getInputStream(last.getEntry("note.txt"))).hasContent("of the tests");
    }
  }

  @Test
  void they_are_the_same_files_until_something_of_the_class_path_changes() throws IOException {
    var made = of(classes, library);
    byte[] bytes = Files.readAllBytes(made.first());
    var time = Files.getLastModifiedTime(made.first());

    assertThat(of(classes, library)).isEqualTo(made);
    Files.delete(made.first());
    assertThat(of(classes, library)).isEqualTo(made);
    assertThat(made.first()).hasBinaryContent(bytes);
    assertThat(Files.getLastModifiedTime(made.first())).isEqualTo(time);
  }

  @Test
  void they_are_others_when_a_class_or_a_library_is_written_anew() throws IOException {
    Path first = of(classes, library).first();
    Files.setLastModifiedTime(library, NEXT_SECOND);
    Path second = of(classes, library).first();
    Files.setLastModifiedTime(classes.resolve("note.txt"), NEXT_SECOND);
    Path third = of(classes, library).first();
    write(library, "longer library");
    Path fourth = of(classes, library).first();

    assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
  }

  @Test
  void a_jvm_starts_from_an_archive_that_was_made_of_them_by_another_grader() throws IOException {
    var made = GraderJars.in(kept);
    var archive = JvmArchive.of(made.first());

    archive.make(options -> assertThat(run(made, options)).startsWith("at work"));
    Files.delete(made.first());
    GraderJars.in(kept);

    assertThat(archive.isMade()).isTrue();
    assertThat(run(made, archive.options())).isEqualTo("at work");
    assertThat(run(made, archive.options(), "-Xlog:class+load:stdout"))
        .containsPattern(Pattern.quote(AtWork.class.getName()) + " source: shared objects file");
  }

  @Test
  void a_folder_behind_a_link_is_named_by_its_own_path() throws IOException {
    Files.createDirectories(kept);
    Path link;
    try {
      link = Files.createSymbolicLink(folder.resolve("link"), kept);
    } catch (IOException | UnsupportedOperationException none) {
      throw new TestAbortedException("no links here", none);
    }

    var made = GraderJars.of(List.of(classes), link);

    assertThat(made.first().getParent()).isEqualTo(kept.toRealPath());
  }

  private static String run(GraderJars jars, List<String> options, String... more)
      throws IOException {
    var all = Stream.concat(options.stream(), Stream.of(more)).toList();
    return Programs.tried(SpareJvm.command(jars.classPath(), AtWork.class, all)).said().strip();
  }

  /** Says a word. */
  static final class AtWork {
    public static void main(String[] arguments) {
      System.out.println("at work");
    }
  }

  private GraderJars of(Path... entries) throws IOException {
    return GraderJars.of(List.of(entries), kept);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
    Files.setLastModifiedTime(file, FileTime.from(SOME_DAY));
  }
}
