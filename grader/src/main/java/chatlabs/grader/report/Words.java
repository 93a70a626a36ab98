package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;

/** The wording that all reports for people share: short sentences, common words. */
final class Words {

  private Words() {}

  static String of(Verdict verdict) {
    return verdict.label().replace('-', ' ');
  }

  static String of(Status status) {
    return status.label().replace('-', ' ');
  }

  /** What a verdict means, for somebody who sees the word for the first time. */
  static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "the program did what the requirement asks for.";
      case FAILED -> "the program was seen to break the requirement, each time it was tried.";
      case NOT_STARTED -> "the check met a TODO that is not written yet.";
      case UNSTABLE -> "one try passed and another one failed. A person has to look.";
      case NOT_JUDGED -> "the grader could not judge this. It does not count, for or against.";
    };
  }

  /** What a status means to the one who handed in. */
  static String meaning(Status status) {
    return switch (status) {
      case GRADED -> "The program was compiled, started and checked.";
      case COMPILE_ERROR -> "The compiler refused the program, so no check could run.";
      case NOT_STARTED -> "Every check met a TODO: nothing is written yet.";
      case CRASHED -> "The program ended by itself again and again, so no check could pass.";
      case NOT_JUDGED ->
          "The grader could not judge this hand-in. It is not a zero: a person looks.";
      case EMPTY -> "The classes of this lab were not found in the hand-in.";
    };
  }

  static String points(int points) {
    return points == 1 ? "1 point" : points + " points";
  }

  static String count(int number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }

  /** {@code 34 of 60}, or a dash where nothing could be earned. */
  static String score(SubmissionVerdict submission) {
    return submission.max() == 0 ? "-" : submission.score() + " of " + submission.max();
  }

  /** Whole per cent, rounded down, so that 100 means all of it. */
  static int percent(int part, int whole) {
    return whole <= 0 ? 0 : (int) (100L * part / whole);
  }

  /** The class of a check's id: {@code EchoServerTest} of {@code EchoServerTest#acknowledges}. */
  static String className(CheckVerdict check) {
    int hash = check.id().indexOf('#');
    return hash < 0 ? check.id() : check.id().substring(0, hash);
  }

  /** The method of a check's id, or all of an id that has no class. */
  static String methodName(CheckVerdict check) {
    return check.id().substring(check.id().indexOf('#') + 1);
  }

  /** The first line that says something. */
  static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
