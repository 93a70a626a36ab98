package chatlabs.grader.submission;

import java.util.Locale;
import java.util.Set;

/** What a file or folder is, by its name alone. */
final class Kinds {
  private static final Set<String> SYSTEM_FILES =
      Set.of("thumbs.db", "desktop.ini", "__macosx", "node_modules", "$recycle.bin");
  private static final Set<String> OUTPUT = Set.of("target", "build", "out", "bin");

  private Kinds() {}

  /** One step of a path that nobody writes by hand: hidden, or made by a system or tool. */
  static boolean isSystemStep(String name) {
    return name.startsWith(".") || SYSTEM_FILES.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isSystem(String path) {
    for (var step : path.split("/")) {
      if (isSystemStep(step)) {
        return true;
      }
    }
    return false;
  }

  static boolean isSource(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".java");
  }

  static boolean isCompiled(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(class|jar|war|exe|dll|so)");
  }

  /** Whether a folder, as a path with slashes, is one that a build writes to. */
  static boolean isOutput(String folder) {
    for (var step : folder.split("/")) {
      if (OUTPUT.contains(step.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folder's name says that it holds what is no longer meant. */
  static boolean isOldFolder(String folder) {
    return ("/" + folder.toLowerCase(Locale.ROOT))
        .matches(".*/(old|backup|bak|copy|archive|previous).*");
  }

  static boolean isTestFolder(String folder) {
    return ("/" + folder.toLowerCase(Locale.ROOT) + "/").matches(".*/(src/tests?|tests?)/.*");
  }
}
