package chatlabs.grader.submission;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The names in a folder, for {@link Layout}: deep enough to know it, and bounded. Below each entry
 * at the top it looks at a limited number of names; a hand-in that hides more is found out later.
 */
final class Listing extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 12;
  private static final int EACH = 2_000;
  private static final int ALL = 200_000;

  private final Path root;
  private final List<String> paths = new ArrayList<>();
  private int inThisEntry;

  private Listing(Path root) {
    this.root = root;
  }

  /** Paths below {@code root} with slashes; folders end with one. Links are not followed. */
  static List<String> of(Path root) throws IOException {
    var listing = new Listing(root);
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, listing);
    listing.paths.sort(null);
    return listing.paths;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    add(folder, "/");
    boolean enough = inThisEntry > EACH || Kinds.isSystemStep(folder.getFileName().toString());
    return enough ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    add(file, attributes.isDirectory() ? "/" : "");
    if (paths.size() >= ALL) {
      return FileVisitResult.TERMINATE;
    }
    boolean top = root.equals(file.getParent());
    return inThisEntry > EACH && !top ? FileVisitResult.SKIP_SIBLINGS : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    add(file, Files.isDirectory(file) ? "/" : "");
    return FileVisitResult.CONTINUE;
  }

  private void add(Path file, String end) {
    inThisEntry = root.equals(file.getParent()) ? 0 : inThisEntry + 1;
    paths.add(root.relativize(file).toString().replace('\\', '/') + end);
  }
}
