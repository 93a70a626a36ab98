package chatlabs.grader.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the doctor asks a machine; the tests have machines of their own. */
interface Machine {
  Os os();

  /** The text of a small file; empty where it is not there or cannot be read. */
  Optional<String> file(Path file);

  /** The first line that a command prints; empty where it is not there or fails. Blocks. */
  Optional<String> says(List<String> command);

  /** A system property or environment variable; empty where it is not set. */
  String setting(String name);

  /** Whether a program of this name is on the path. */
  boolean has(String program);

  /** Whether files can be made in this folder, or it in the next one above that is there. */
  boolean canWrite(Path folder);

  /** Whether the grader can make memory groups of version 1 (cgroups(7)). Blocks. */
  boolean hasMemoryGroups();

  /** Bytes that are free where this folder is or would be. */
  long free(Path folder) throws IOException;

  /**
   * Opens a listener on the loopback interface and connects to it. Blocks.
   *
   * @throws IOException that says why this cannot be
   */
  void tryLoopback() throws IOException;
}
