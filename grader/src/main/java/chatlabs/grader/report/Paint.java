package chatlabs.grader.report;

import chatlabs.grader.verdict.Verdict;

/** The colours of a terminal, or none of them. */
record Paint(boolean wanted) {

  private static final String ESCAPE = "\u001b[";

  String verdict(Verdict verdict, String text) {
    return code(
        switch (verdict) {
          case PASSED -> "32";
          case FAILED -> "1;31";
          case NOT_STARTED -> "33";
          case UNSTABLE -> "35";
          case NOT_JUDGED -> "2";
        },
        text);
  }

  String bold(String text) {
    return code("1", text);
  }

  String faint(String text) {
    return code("2", text);
  }

  private String code(String code, String text) {
    return wanted ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
