package chatlabs.grader.cli;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which variants of which lab are graded, and how many at a time. */
final class VariantChoice {
  @Parameters(index = "0", paramLabel = "LAB", description = "A lab: 1, 01 or 01-echo.")
  private String labName = "";

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only this variant ('chatlab variants' lists them); may be repeated.")
  private List<String> only = List.of();

  @Option(names = "--jobs", paramLabel = "N", description = "How many gradings at the same time.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  Lab lab() {
    return Kit.lab(labName);
  }

  /** Whether it is not all variants. */
  boolean isPart() {
    return !only.isEmpty();
  }

  int jobs() {
    return Numbers.within("--jobs", jobs, 1, 256);
  }

  /** Those of all these that the user asks for. */
  List<Variant> of(List<Variant> all) {
    for (var name : only) {
      if (all.stream().noneMatch(variant -> variant.name().equals(name))) {
        throw new WrongUse(
            "there is no variant '" + name + "': see 'chatlab variants " + labName + "'");
      }
    }
    return only.isEmpty() ? all : all.stream().filter(v -> only.contains(v.name())).toList();
  }

  /** The variants that the user asks for. Blocks to read them. */
  List<Variant> variants(Lab lab) {
    return of(Variants.all(lab));
  }
}
