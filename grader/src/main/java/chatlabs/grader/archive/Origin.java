package chatlabs.grader.archive;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a class of this JVM was loaded from: a folder, or a jar that is open until this is closed. */
public final class Origin implements AutoCloseable {
  private final Path root;
  private final @Nullable FileSystem jar;

  private Origin(Path root, @Nullable FileSystem jar) {
    this.root = root;
    this.jar = jar;
  }

  /** That of this class. Blocks. */
  public static Origin of(Class<?> member) throws IOException {
    Path place = place(member);
    if (Files.isDirectory(place)) {
      return new Origin(place, null);
    }
    var jar = FileSystems.newFileSystem(place);
    return new Origin(jar.getPath("/"), jar);
  }

  /** What the folders of packages are in. */
  public Path root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }

  private static Path place(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
