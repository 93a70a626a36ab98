package chatlabs.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.launch.SpareJvm;
import chatlabs.grader.launch.Spawner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path outside;

  @Test
  void it_is_deleted_with_all_that_is_in_it() throws IOException {
    Path folder;
    try (var workspace = new Workspace()) {
      folder = workspace.folder();
      Path deep = Files.createDirectories(folder.resolve("a/b/c"));
      Files.writeString(deep.resolve("file"), "text");
      Files.writeString(folder.resolve("a/other"), "text");
    }

    assertThat(folder).doesNotExist();
  }

  /** As in a grader that leaves all hand-ins to its workers, and has started no process itself. */
  @Test
  void it_is_deleted_when_the_jvm_ends_early() throws Exception {
    var jvm =
        new ProcessBuilder(SpareJvm.command(EndsEarly.class)).redirectErrorStream(true).start();
    var said = jvm.inputReader().lines().toList();

    assertThat(jvm.waitFor()).isEqualTo(3);
    assertThat(said).hasSize(1);
    assertThat(Path.of(said.getFirst())).doesNotExist();
  }

  /** Ends in the middle of its work, and tells which folder it had. */
  static final class EndsEarly {
    public static void main(String[] arguments) throws IOException {
      var workspace = new Workspace();
      Files.writeString(workspace.folder().resolve("file"), "text");
      System.out.println(workspace.folder());
      System.exit(3);
    }
  }

  /** As in a grader whose workers are still at work, and write into it. */
  @Test
  void what_this_jvm_has_started_no_longer_writes_then() throws Exception {
    assumeTrue(isPosix(), "there is a shell");
    var jvm =
        new ProcessBuilder(SpareJvm.command(EndsBesideAWriter.class))
            .redirectErrorStream(true)
            .start();
    var said = jvm.inputReader().lines().toList();

    assertThat(jvm.waitFor()).isEqualTo(3);
    assertThat(said).hasSize(2);
    ProcessHandle.of(Long.parseLong(said.getLast()))
        .ifPresent(writer -> writer.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    assertThat(Path.of(said.getFirst())).doesNotExist();
  }

  /** Ends while a process that it has started makes folders; tells its folder, and that process. */
  static final class EndsBesideAWriter {
    public static void main(String[] arguments) throws IOException {
      var workspace = new Workspace();
      String more = "while :; do mkdir -p " + workspace.folder() + "/more; done 2> /dev/null";
      var writer = Spawner.start(new ProcessBuilder("sh", "-c", more));
      System.out.println(workspace.folder());
      System.out.println(writer.pid());
      System.exit(3);
    }
  }

  @Test
  void a_tree_deeper_than_a_path_can_be_long_is_deleted() throws Exception {
    assumeTrue(isPosix(), "there is a shell");
    Path folder;
    try (var workspace = new Workspace()) {
      folder = workspace.folder();
      String name = "d".repeat(40);
      shell(
          folder, "for i in $(seq 120); do mkdir -p " + name + " side && cd -P " + name + "; done");
    }

    assertThat(folder).doesNotExist();
  }

  @Test
  void folders_without_rights_are_deleted() throws Exception {
    assumeTrue(isPosix(), "there are POSIX permissions");
    Path folder;
    try (var workspace = new Workspace()) {
      folder = workspace.folder();
      shell(folder, "mkdir -p a/b && touch a/b/file && chmod 0 a/b && chmod 0 a");
    }

    assertThat(folder).doesNotExist();
  }

  private static void shell(Path folder, String script) throws Exception {
    var shell =
        new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).inheritIO().start();
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void what_links_lead_to_stays() throws IOException {
    assumeTrue(isPosix(), "links need no rights on POSIX systems only");
    Path kept = Files.writeString(outside.resolve("kept"), "text");
    Path folder;
    try (var workspace = new Workspace()) {
      folder = workspace.folder();
      Files.createSymbolicLink(folder.resolve("to-folder"), outside);
      Files.createSymbolicLink(folder.resolve("to-file"), kept);
      Files.createSymbolicLink(folder.resolve("to-nothing"), outside.resolve("nothing"));
    }

    assertThat(folder).doesNotExist();
    assertThat(kept).hasContent("text");
  }

  @Test
  void other_users_go_through_it_and_do_not_list_it() throws IOException {
    assumeTrue(isPosix(), "there are POSIX permissions");
    try (var workspace = new Workspace()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.folder())))
          .isEqualTo("rwx--x--x");
    }
  }

  private boolean isPosix() throws IOException {
    return Files.getFileStore(outside).supportsFileAttributeView("posix");
  }
}
