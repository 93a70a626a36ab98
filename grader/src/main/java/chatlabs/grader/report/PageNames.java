package chatlabs.grader.report;

import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The file name of each student's page, in the order of the run's hand-ins.
 *
 * <p>Names of hand-ins are safe already; a {@code results.json} from elsewhere may hold others, and
 * some file systems take {@code Anna} and {@code anna} for one. So no name leaves the folder, and
 * none is given twice.
 */
record PageNames(List<String> files) {

  private static final int LONGEST = 200; // bytes in UTF-8; file systems allow 255

  static PageNames of(RunVerdict run) {
    var files = new ArrayList<String>();
    Set<String> taken = new HashSet<>();
    for (SubmissionVerdict submission : run.submissions()) {
      files.add(free(safe(submission.name()), taken) + ".html");
    }
    return new PageNames(List.copyOf(files));
  }

  String get(int index) {
    return files.get(index);
  }

  /** The address of a page as seen from {@code report.html}. */
  String link(int index) {
    String encoded = URLEncoder.encode(files.get(index), StandardCharsets.UTF_8);
    return "students/" + encoded.replace("+", "%20");
  }

  private static String safe(String name) {
    String plain =
        name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceAll("^\\.+|[. ]+$", "_");
    String shown = plain.isEmpty() ? "_" : plain;
    boolean device = shown.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    return cut(device ? "_" + shown : shown);
  }

  private static String cut(String name) {
    while (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name;
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = name + "-" + n;
    }
    return candidate;
  }
}
