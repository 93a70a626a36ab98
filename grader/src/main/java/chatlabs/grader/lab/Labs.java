package chatlabs.grader.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the labs of a kit: the folders {@code labs/NN-name} that have a {@code lab.properties}. */
public final class Labs {
  private static final Pattern FOLDER = Pattern.compile("(\\d{1,4})-[\\w-]+");

  private Labs() {}

  /**
   * All labs of the kit in {@code home}, by number. Blocks to read their properties.
   *
   * @throws BrokenLab when a lab's properties are wrong, or two labs have the same number
   */
  public static List<Lab> all(Path home) {
    var labs = new ArrayList<Lab>();
    for (var folder : folders(home.resolve("labs"))) {
      var name = FOLDER.matcher(folder.getFileName().toString());
      if (name.matches() && Files.isRegularFile(folder.resolve(LabProperties.FILE))) {
        var solution = home.resolve("solutions").resolve(folder.getFileName());
        labs.add(LabProperties.read(folder, Integer.parseInt(name.group(1)), solution));
      }
    }
    labs.sort(Comparator.comparingInt(Lab::number));
    refuseSameNumber(labs);
    return List.copyOf(labs);
  }

  /**
   * The one lab that {@code which} means: its number ({@code 1}, {@code 01}), its name ({@code
   * 01-echo}), or a part of it that no other lab has ({@code echo}).
   *
   * @throws NoSuchLab when there is none, or more than one
   */
  public static Lab find(Path home, String which) {
    var labs = all(home);
    if (labs.isEmpty()) {
      throw new NoSuchLab(
          "no lab '%s': there are no labs in %s".formatted(which, home.resolve("labs")));
    }
    var found = labs.stream().filter(lab -> isExactly(lab, which)).toList();
    if (found.isEmpty() && !which.isBlank() && !which.matches("\\d+")) {
      found = labs.stream().filter(lab -> lab.id().contains(which)).toList();
    }
    return switch (found.size()) {
      case 1 -> found.getFirst();
      case 0 -> throw new NoSuchLab("no lab '%s'; there are %s".formatted(which, ids(labs)));
      default -> throw new NoSuchLab("'%s' may mean %s: say which".formatted(which, ids(found)));
    };
  }

  private static boolean isExactly(Lab lab, String which) {
    return lab.id().equals(which)
        || (which.matches("\\d{1,4}") && Integer.parseInt(which) == lab.number());
  }

  private static String ids(List<Lab> labs) {
    return labs.stream().map(Lab::id).collect(Collectors.joining(", "));
  }

  private static List<Path> folders(Path labs) {
    if (!Files.isDirectory(labs)) {
      return List.of();
    }
    try (var entries = Files.list(labs)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + labs, e);
    }
  }

  private static void refuseSameNumber(List<Lab> labs) {
    for (int i = 1; i < labs.size(); i++) {
      if (labs.get(i).number() == labs.get(i - 1).number()) {
        throw new BrokenLab("two labs have the same number: " + ids(labs.subList(i - 1, i + 1)));
      }
    }
  }
}
