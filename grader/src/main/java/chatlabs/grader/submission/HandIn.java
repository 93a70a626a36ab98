package chatlabs.grader.submission;

import java.nio.file.Path;
import java.util.List;

/**
 * One hand-in before it is read.
 *
 * @param name whose it is, as far as names tell; not unique yet
 * @param id what tells it from others of the same name: a number of the course system; may be empty
 * @param source where it was found, for people
 * @param parts where its files are
 */
record HandIn(String name, String id, String source, List<Part> parts) {
  HandIn {
    parts = List.copyOf(parts);
  }

  /**
   * A folder, an archive, or a single file.
   *
   * @param path where it is
   * @param fileName what the student called it, when it is a file
   */
  record Part(Path path, String fileName) {}
}
