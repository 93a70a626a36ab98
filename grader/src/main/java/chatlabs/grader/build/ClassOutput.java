package chatlabs.grader.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Sends the class files of one compilation to a folder; the JDK's classes stay open for the next.
 */
final class ClassOutput extends ForwardingJavaFileManager<JavaFileManager> {
  private final Path folder;
  private volatile boolean closed;

  ClassOutput(JavaFileManager shared, Path folder) {
    super(shared);
    this.folder = folder;
  }

  /** From now on nothing more is written: the compiler's time is over. */
  void refuseMore() {
    closed = true;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    var file = folder.resolve(className.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(file.toUri(), kind) {
      @Override
      public OutputStream openOutputStream() throws IOException {
        if (closed) {
          throw new IOException("the compiler's time is over");
        }
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
      }
    };
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  /** The shared manager is not this compilation's to close. */
  @Override
  public void close() {}
}
