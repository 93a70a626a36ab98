package chatlabs.grader.check;

import chatlabs.grader.launch.Subject;
import java.nio.file.Path;
import java.util.Optional;

/** A file that the program writes, or finds there when it starts. */
public final class ProgramFile {
  private final Path path;
  private final Subject subject;
  private final Calls calls;

  ProgramFile(Path path, Subject subject, Calls calls) {
    this.path = path;
    this.subject = subject;
    this.calls = calls;
  }

  /** Where it is, to be given to the program. */
  public Path path() {
    return path;
  }

  /** What is in it now; empty where there is no such file. */
  public Optional<byte[]> bytes() {
    return calls.await("reading " + path.getFileName(), subject.read(path));
  }

  /** Writes it. */
  public void write(byte[] bytes) {
    calls.await("writing " + path.getFileName(), subject.write(path, bytes));
  }
}
