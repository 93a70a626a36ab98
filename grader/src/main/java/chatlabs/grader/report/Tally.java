package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many checks got which verdict. */
record Tally(Map<Verdict, Integer> counts) {

  static Tally of(List<CheckVerdict> checks) {
    var counts = new EnumMap<Verdict, Integer>(Verdict.class);
    checks.forEach(check -> counts.merge(check.verdict(), 1, Integer::sum));
    return new Tally(counts);
  }

  int of(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /** {@code passed 12 failed 2 not started 8}; the rarer verdicts only where there are any. */
  String inWords(String separator) {
    var words = new ArrayList<String>();
    for (Verdict verdict : Verdict.values()) {
      boolean usual = verdict.compareTo(Verdict.NOT_STARTED) <= 0;
      if (usual || of(verdict) > 0) {
        words.add(Words.of(verdict) + " " + of(verdict));
      }
    }
    return String.join(separator, words);
  }
}
