package chatlabs.grader.cli;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.selfcheck.MatrixPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what selfcheck grades, or writes it out as hand-ins. */
@Command(
    name = "variants",
    description = {
      "Lists a lab's reference, starter, unusual solutions and faults,",
      "writes them to a folder as a class of hand-ins,",
      "or prints the page that says which check catches which fault."
    },
    mixinStandardHelpOptions = true)
final class VariantsCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LAB", description = "A lab: 1, 01 or 01-echo.")
  private String labName = "";

  @ArgGroup private Instead instead = new Instead();

  /** What is done instead of listing them. */
  private static final class Instead {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Write each as a hand-in to a folder of its own in DIR, which must be empty.")
    private @Nullable Path dir;

    @Option(
        names = "--matrix",
        description = "Print the page docs/matrix/LAB.md: the checks, and the faults they catch.")
    private boolean matrix;
  }

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var lab = Kit.lab(labName);
    var variants = Variants.all(lab);
    var out = spec.commandLine().getOut();
    if (instead.matrix) {
      out.print(MatrixPage.of(lab, Kit.suite(lab, List.of()).checks(), variants));
      out.flush();
      return Exit.OK;
    }
    Path dir = instead.dir;
    if (dir != null) {
      refuseFilled(dir);
      for (var variant : variants) {
        variant.materialise(dir.resolve(variant.name()));
      }
    }
    variants.forEach(variant -> out.println(line(variant)));
    out.flush();
    return Exit.OK;
  }

  private static String line(Variant variant) {
    String kind = variant.kind().name().toLowerCase(java.util.Locale.ROOT);
    return String.format("%-10s %-36s %s", kind, variant.name(), variant.title());
  }

  private static void refuseFilled(Path dir) throws IOException {
    if (!Files.exists(dir)) {
      return;
    }
    if (!Files.isDirectory(dir)) {
      throw new WrongUse("--out " + dir + ": that is a file; name a new folder");
    }
    try (Stream<Path> entries = Files.list(dir)) {
      if (entries.findAny().isPresent()) {
        throw new WrongUse("--out " + dir + ": the folder is not empty; name a new one");
      }
    }
  }
}
