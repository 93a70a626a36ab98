package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks seen by the requirement that they test. */
final class Requirements {

  /** {@code ECHO-2} before {@code ECHO-10}. */
  static final Comparator<String> ORDER =
      Comparator.comparing(Requirements::family)
          .thenComparing(Requirements::number)
          .thenComparing(Comparator.naturalOrder());

  /** What a student still has to do something about, a missing beginning apart. */
  private static final Set<Verdict> MISSED = EnumSet.of(Verdict.FAILED, Verdict.UNSTABLE);

  private Requirements() {}

  /** The requirements that at least one check found broken. */
  static List<String> missed(SubmissionVerdict submission) {
    return submission.checks().stream()
        .filter(check -> MISSED.contains(check.verdict()))
        .map(CheckVerdict::requirement)
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  /** Sorted ids in little room: {@code ECHO-1,2,5 LINE-3}. */
  static String compact(List<String> ids) {
    var text = new StringBuilder();
    String family = "";
    for (String id : ids) {
      boolean same = family(id).equals(family) && !family(id).equals(id);
      text.append(same ? "," + id.substring(family(id).length()) : " " + id);
      family = family(id);
    }
    return text.toString().strip();
  }

  static Map<String, List<CheckVerdict>> group(List<CheckVerdict> checks) {
    return checks.stream()
        .collect(
            Collectors.groupingBy(
                CheckVerdict::requirement, () -> new TreeMap<>(ORDER), Collectors.toList()));
  }

  private static String family(String id) {
    return id.replaceFirst("\\d{1,9}$", "");
  }

  private static int number(String id) {
    String digits = id.substring(family(id).length());
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
