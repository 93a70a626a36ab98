package chatlabs.grader.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The variants of a lab. All methods block to read files, and throw {@link BrokenLab} when the
 * lab's own files are wrong.
 */
public final class Variants {
  private Variants() {}

  /** The reference, the starter, the unusual solutions and the faults, in this order. */
  public static List<Variant> all(Lab lab) {
    var all = new ArrayList<Variant>();
    all.add(reference(lab));
    all.add(starter(lab));
    all.addAll(unusual(lab));
    all.addAll(faults(lab));
    return List.copyOf(all);
  }

  /** The reference solution. */
  public static Variant reference(Lab lab) {
    return plain("reference", Variant.Kind.REFERENCE, "the reference solution", solution(lab));
  }

  /** What students begin with. */
  public static Variant starter(Lab lab) {
    var sources = SourceTree.read(lab.starterSources());
    return plain("starter", Variant.Kind.STARTER, "the starter", sources);
  }

  /** The unusual but correct solutions, by name: their files laid over the reference. */
  public static List<Variant> unusual(Lab lab) {
    var reference = solution(lab);
    return entries(lab.unusual(), Files::isDirectory).stream()
        .map(folder -> unusual(lab, folder, reference))
        .toList();
  }

  /** The faults, by name: their patches applied to the reference. */
  public static List<Variant> faults(Lab lab) {
    var reference = solution(lab);
    return entries(lab.faults(), file -> file.toString().endsWith(".patch")).stream()
        .map(file -> Fault.read(file, reference))
        .toList();
  }

  private static Map<String, String> solution(Lab lab) {
    return SourceTree.read(lab.solutionSources());
  }

  private static Variant unusual(Lab lab, Path folder, Map<String, String> reference) {
    var sources = new TreeMap<>(reference);
    var packageFolder = lab.packageName().replace('.', '/') + "/";
    for (var source : SourceTree.read(folder).entrySet()) {
      boolean flat = !source.getKey().contains("/");
      sources.put(flat ? packageFolder + source.getKey() : source.getKey(), source.getValue());
    }
    var name = folder.getFileName().toString();
    return plain(name, Variant.Kind.UNUSUAL, name.replace('-', ' '), sources);
  }

  private static Variant plain(
      String name, Variant.Kind kind, String title, Map<String, String> sources) {
    return new Variant(name, kind, title, "", List.of(), sources);
  }

  private static List<Path> entries(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
