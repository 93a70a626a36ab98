package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.selfcheck.Selfcheck;
import chatlabs.grader.worker.Hiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin private SandboxOption sandbox = new SandboxOption();

  private @Nullable HostRuntime runtime;

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

  /** What variants start from, in the tier that the user asks for; made when it is not there. */
  HostRuntime runtime() throws IOException {
    var prepared = runtime;
    if (prepared == null) {
      prepared = Kit.runtime(sandbox.tier());
      runtime = prepared;
    }
    return prepared;
  }

  /** Who grades them. */
  Selfcheck selfcheck(Lab lab, CheckSuite suite, Path work) throws IOException {
    return new Selfcheck(lab, new Hiring(Kit.home(), lab, suite, runtime(), work), jobs());
  }

  /** How they are held, and why not better. */
  String sandbox() throws IOException {
    return runtime().description() + sandbox.whyNotBetter();
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
