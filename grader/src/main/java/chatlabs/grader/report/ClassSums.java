package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What can be counted over a whole class.
 *
 * @param byStatus how many hand-ins got which status
 * @param percents the scores of the graded ones in per cent, in rising order
 */
record ClassSums(Map<Status, Integer> byStatus, List<Integer> percents) {

  /** In how many hand-ins a requirement was broken, or met a TODO. */
  record Missed(String requirement, int failed, int notStarted) {}

  /** How often checks ended in one type of outcome. */
  record OutcomeCount(String outcome, int times) {}

  static ClassSums of(RunVerdict run) {
    var byStatus = new EnumMap<Status, Integer>(Status.class);
    run.submissions().forEach(entry -> byStatus.merge(entry.status(), 1, Integer::sum));
    List<Integer> percents =
        run.submissions().stream()
            .filter(entry -> entry.status() == Status.GRADED && entry.max() > 0)
            .map(entry -> Words.percent(entry.score(), entry.max()))
            .sorted()
            .toList();
    return new ClassSums(byStatus, percents);
  }

  /** {@code 31 graded, 3 compile error, 1 empty}. */
  String statuses() {
    var words = new ArrayList<String>();
    byStatus.forEach((status, number) -> words.add(number + " " + Words.of(status)));
    return words.isEmpty() ? "nothing was found" : String.join(", ", words);
  }

  OptionalInt median() {
    int size = percents.size();
    if (size == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((percents.get((size - 1) / 2) + percents.get(size / 2)) / 2);
  }

  /** The requirements that somebody missed, the most often broken first. */
  static List<Missed> missed(RunVerdict run) {
    var broken = new TreeMap<String, Integer>(Requirements.ORDER);
    var todo = new TreeMap<String, Integer>(Requirements.ORDER);
    for (SubmissionVerdict submission : run.submissions()) {
      List<String> failed = Requirements.missed(submission);
      failed.forEach(id -> broken.merge(id, 1, Integer::sum));
      submission.checks().stream()
          .filter(check -> check.verdict() == Verdict.NOT_STARTED)
          .map(CheckVerdict::requirement)
          .distinct()
          .filter(id -> !failed.contains(id))
          .forEach(id -> todo.merge(id, 1, Integer::sum));
    }
    var all = new TreeMap<String, Missed>(Requirements.ORDER);
    broken.forEach((id, n) -> all.put(id, new Missed(id, n, todo.getOrDefault(id, 0))));
    todo.forEach((id, n) -> all.putIfAbsent(id, new Missed(id, 0, n)));
    return all.values().stream()
        .sorted(
            Comparator.comparingInt(Missed::failed).thenComparingInt(Missed::notStarted).reversed())
        .toList();
  }

  /** The types of outcome behind all failed checks, the most frequent first. */
  static List<OutcomeCount> outcomes(RunVerdict run) {
    var times = new LinkedHashMap<String, Integer>();
    run.submissions().stream()
        .flatMap(submission -> submission.checks().stream())
        .filter(check -> check.verdict() == Verdict.FAILED)
        .map(check -> check.evidence().outcome())
        .filter(outcome -> !outcome.isEmpty())
        .forEach(outcome -> times.merge(outcome, 1, Integer::sum));
    return times.entrySet().stream()
        .map(entry -> new OutcomeCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(OutcomeCount::times)
                .reversed()
                .thenComparing(OutcomeCount::outcome))
        .toList();
  }
}
