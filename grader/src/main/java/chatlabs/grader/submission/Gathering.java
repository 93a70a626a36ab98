package chatlabs.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Reads all Java sources of one hand-in into memory, from folders and archives alike. Used once, by
 * one thread.
 */
final class Gathering {
  private static final int MAX_NESTED = 2;

  private final Path workDir;
  private final Budget budget = Budget.ofHandIn();
  private final Aside aside = new Aside();
  private final List<SourceFile> sources = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  /** Begins; {@code workDir} is for archives found in archives, and is left as it was. */
  Gathering(Path workDir) {
    this.workDir = workDir;
  }

  List<SourceFile> sources() {
    return sources;
  }

  /** Why archives within the hand-in could not be read, one reason each. */
  List<String> unreadable() {
    return unreadable;
  }

  Aside aside() {
    return aside;
  }

  void gather(HandIn handIn) throws IOException {
    for (var part : handIn.parts()) {
      if (Files.isDirectory(part.path(), LinkOption.NOFOLLOW_LINKS)) {
        folder(part.path());
      } else if (isArchive(part.fileName())) {
        Archive.read(part.path(), budget, (path, in) -> file(path, in, 1));
      } else {
        try (var in = Files.newInputStream(part.path())) {
          file(part.fileName(), in, 0);
        }
      }
    }
  }

  /** A jar that is the whole hand-in may have sources in it. */
  private static boolean isArchive(String fileName) {
    return Archive.isName(fileName) || fileName.endsWith(".jar");
  }

  private void folder(Path root) throws IOException {
    // One level more than allowed, so that the budget sees it and says so.
    Files.walkFileTree(
        root,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        Budget.MAX_DEPTH + 2,
        new Walk(root));
  }

  /** Takes what is in a folder; links are not followed. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;

    Walk(Path root) {
      this.root = root;
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      budget.file(name(folder));
      if (!folder.equals(root) && Kinds.isSystemStep(folder.getFileName().toString())) {
        aside.add(Aside.Reason.SYSTEM, name(folder) + "/");
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      budget.file(name(file));
      if (!attributes.isRegularFile()) {
        aside.add(Aside.Reason.LINKS, name(file));
      } else if (isWanted(name(file))) {
        try (var in = Files.newInputStream(file)) {
          file(name(file), in, 0);
        } catch (AccessDeniedException e) {
          aside.add(Aside.Reason.UNREADABLE, name(file));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      aside.add(Aside.Reason.UNREADABLE, name(file));
      return FileVisitResult.CONTINUE;
    }
  }

  /** Leaves aside what is neither a source nor an archive. */
  private boolean isWanted(String path) {
    if (Kinds.isSystem(path)) {
      aside.add(Aside.Reason.SYSTEM, path);
    } else if (path.equals("module-info.java") || path.endsWith("/module-info.java")) {
      aside.add(Aside.Reason.MODULES, path);
    } else if (Kinds.isSource(path) || Archive.isReadableName(path)) {
      return true;
    } else if (Archive.isForeignName(path)) {
      aside.add(Aside.Reason.ARCHIVES, path);
    } else {
      aside.add(Kinds.isCompiled(path) ? Aside.Reason.COMPILED : Aside.Reason.OTHER, path);
    }
    return false;
  }

  private void file(String path, InputStream in, int nested) throws IOException {
    if (nested > 0 && !isWanted(path)) {
      return;
    }
    if (Kinds.isSource(path)) {
      source(path, budget.source(path, in));
    } else if (Archive.isReadableName(path) && nested < MAX_NESTED) {
      archive(path, in, nested);
    } else if (Archive.isReadableName(path)) {
      aside.add(Aside.Reason.ARCHIVES, path);
    } else if (nested == 0) {
      isWanted(path);
    }
  }

  private void source(String path, byte[] bytes) {
    var decoded = Decoded.of(bytes);
    if (!decoded.guess().isEmpty()) {
      aside.note("%s is not UTF-8; read as %s".formatted(path, decoded.guess()));
    }
    sources.add(SourceFile.of(path, decoded.text()));
  }

  /** Copies an archive within a hand-in to a file of our own naming, and reads that. */
  private void archive(String path, InputStream in, int nested) throws IOException {
    var copy = Files.createTempFile(workDir, "nested-", ".archive");
    try {
      try (var out = Files.newOutputStream(copy)) {
        budget.counting(path, in).transferTo(out);
      }
      Archive.read(copy, budget, (inner, data) -> file(path + "/" + inner, data, nested + 1));
    } catch (Refusal e) {
      var reason = "in " + path + ": " + e.getMessage();
      if (budget.exhausted()) {
        throw new Refusal(reason, e);
      }
      unreadable.add(reason);
    } finally {
      Files.delete(copy);
    }
  }
}
