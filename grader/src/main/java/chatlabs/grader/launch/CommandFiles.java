package chatlabs.grader.launch;

import chatlabs.grader.host.Shelf;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The files that the processes of a command work on. Behind walls each process has files of its
 * own, which nobody else sees: there a file is given to one process alone, and is not looked at.
 */
final class CommandFiles implements AutoCloseable {
  private final boolean walls;
  private final Scratch scratch = new Scratch();
  private final Set<String> given = new HashSet<>();

  CommandFiles(Holding holding) {
    this.walls = holding.hasWalls();
  }

  /** Whether a process can be given these words; a file that another one works on, it cannot. */
  boolean canGive(List<String> words) {
    return !walls
        || words.stream()
            .filter(word -> word.startsWith(Bubblewrap.HOME + "/"))
            .allMatch(given::add);
  }

  CompletableFuture<Path> folder() {
    return walls
        ? CompletableFuture.completedFuture(Bubblewrap.HOME)
        : Own.result(() -> Shelf.folderIn(scratch.folder()));
  }

  CompletableFuture<Optional<byte[]>> read(Path file) {
    return walls ? outOfReach() : Own.result(() -> Optional.ofNullable(Shelf.read(file)));
  }

  CompletableFuture<@Nullable Object> write(Path file, byte[] bytes) {
    return walls ? outOfReach() : Own.done(() -> Shelf.write(file, bytes));
  }

  static <T extends @Nullable Object> CompletableFuture<T> outOfReach() {
    return Command.outOfReach("the files of a command cannot be seen behind walls");
  }

  @Override
  public void close() {
    given.clear();
    scratch.close();
  }
}
