package chatlabs.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kit of a test's own, some parts of which are links to this one's. */
record LinkedKit(Path folder, List<Path> parts) implements AutoCloseable {

  /** Lays it out in this folder, which is not there yet. */
  static LinkedKit in(Path folder, List<Path> parts) throws IOException {
    for (Path part : parts) {
      Path link = folder.resolve(part);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Chatlab.HOME.resolve(part));
    }
    return new LinkedKit(folder, parts);
  }

  /** Cuts the links: what they lead to is not to be met by whoever tidies up. */
  @Override
  public void close() throws IOException {
    for (Path part : parts) {
      Files.delete(folder.resolve(part));
    }
  }
}
