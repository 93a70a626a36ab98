package chatlabs.grader.bench;

import chatlabs.grader.lab.BrokenLab;
import chatlabs.grader.lab.Lab;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Loads the benchmarks that labs bring with them. */
public final class LabBenches {
  private LabBenches() {}

  /**
   * The benchmark of a lab that has one.
   *
   * @throws BrokenLab when the class is missing, or is no {@link LabBench}
   */
  public static LabBench load(Lab lab) {
    String name = lab.bench().orElseThrow();
    try {
      var loader = new URLClassLoader("bench", folders(lab), LabBenches.class.getClassLoader());
      return Class.forName(name, true, loader)
          .asSubclass(LabBench.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError wrong) {
      throw new BrokenLab(
          lab.id() + ": bench: " + name + " cannot be used as a benchmark: " + wrong, wrong);
    }
  }

  private static URL[] folders(Lab lab) {
    return Stream.of(lab.hiddenChecks(), lab.publicChecks())
        .filter(Files::isDirectory)
        .map(LabBenches::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
