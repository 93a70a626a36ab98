package chatlabs.grader.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles the text of a class as a student might hand it in. */
final class Sources {
  private Sources() {}

  /** A class of this name, its body inside braces, compiled into this folder. */
  static void compile(Path folder, String name, String body) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.writeString(
        file,
        "import java.io.*; import java.net.*; import java.util.*; public class "
            + name
            + " { "
            + body
            + " }");
    var javac = ToolProvider.getSystemJavaCompiler();
    try (var files = javac.getStandardFileManager(null, null, null)) {
      var options = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
      var task = javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file));
      if (!task.call()) {
        throw new IllegalStateException(name + " does not compile");
      }
    }
  }
}
