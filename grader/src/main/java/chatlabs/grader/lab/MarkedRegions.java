package chatlabs.grader.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Walks over the lines of one marked solution and collects the lines of its starter. Used once. */
final class MarkedRegions {
  private static final Pattern TASK = Pattern.compile("// <solution (\\d+): (.*\\S)\\s*>");
  private static final Pattern MARKER = Pattern.compile("//\\s*</?(solution|starter).*");
  private static final String STARTER_ONLY = "// <starter> ";

  private enum Region {
    NONE(""),
    TASK("// </solution>"),
    SOLUTION_ONLY("// </solution-only>");

    final String end;

    Region(String end) {
      this.end = end;
    }
  }

  private final String file;
  private final List<String> out = new ArrayList<>();
  private final Map<Integer, String> places;
  private Region region = Region.NONE;
  private String openedAt = "";
  private int lineNumber;
  private boolean joinBlankLines;

  /**
   * Begins a file.
   *
   * @param file how errors call it
   * @param places where each task's number has been seen; this file's are added to it
   */
  MarkedRegions(String file, Map<Integer, String> places) {
    this.file = file;
    this.places = places;
  }

  static String starterOf(String file, String solution) {
    return new MarkedRegions(file, new HashMap<>()).starter(solution);
  }

  String starter(String solution) {
    solution.lines().forEach(this::line);
    if (region != Region.NONE) {
      throw new BrokenLab(openedAt + ": this region has no " + region.end);
    }
    return out.isEmpty() ? "" : String.join("\n", out) + "\n";
  }

  private void line(String line) {
    lineNumber++;
    var text = line.strip();
    if (region != Region.NONE && text.equals(region.end)) {
      joinBlankLines = region == Region.SOLUTION_ONLY;
      region = Region.NONE;
    } else if (MARKER.matcher(text).matches()) {
      marker(line, text);
    } else if (region == Region.NONE) {
      keep(line);
    }
  }

  private void marker(String line, String text) {
    if (region != Region.NONE) {
      throw wrong("'" + text + "' inside of the region that begins at " + openedAt);
    }
    var task = TASK.matcher(text);
    var indent = line.substring(0, line.indexOf("//"));
    if (task.matches()) {
      open(Region.TASK);
      number(Integer.parseInt(task.group(1)));
      out.addAll(Todo.lines(indent, task.group(1), task.group(2)));
    } else if (text.equals("// <solution-only>")) {
      open(Region.SOLUTION_ONLY);
    } else if (text.startsWith(STARTER_ONLY)) {
      keep(indent + text.substring(STARTER_ONLY.length()));
    } else if (text.equals("// <starter>")) {
      keep("");
    } else {
      throw wrong("'" + text + "' begins or ends nothing");
    }
  }

  private void open(Region opened) {
    region = opened;
    openedAt = place();
  }

  private void number(int number) {
    var before = places.putIfAbsent(number, place());
    if (before != null) {
      throw wrong("TODO " + number + " is at " + before + " already");
    }
  }

  private void keep(String line) {
    boolean doubled = line.isBlank() && !out.isEmpty() && out.getLast().isBlank();
    if (!(joinBlankLines && doubled)) {
      out.add(line);
    }
    joinBlankLines = false;
  }

  private String place() {
    return file + ":" + lineNumber;
  }

  private BrokenLab wrong(String what) {
    return new BrokenLab(place() + ": " + what);
  }
}
