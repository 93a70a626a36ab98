package chatlabs.handouts;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** Compiles the kit's own solutions. */
final class Reference {
  private Reference() {}

  /** The classes of the lab's reference solution, below this folder. */
  static Path compiled(Lab lab, Path folder) {
    return compiled(Variants.reference(lab), folder);
  }

  /** The classes of a variant, below this folder. */
  static Path compiled(Variant variant, Path folder) {
    var sources = folder.resolve("sources");
    variant.materialise(sources);
    var classes = folder.resolve("classes");
    var words = new ArrayList<>(List.of("-d", classes.toString(), "-encoding", "UTF-8"));
    variant.sources().keySet().forEach(name -> words.add(sources.resolve(name).toString()));
    var javac = ToolProvider.findFirst("javac").orElseThrow();
    if (javac.run(System.out, System.err, words.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(variant.name() + " does not compile");
    }
    return classes;
  }
}
