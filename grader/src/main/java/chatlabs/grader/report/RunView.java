package chatlabs.grader.report;

import chatlabs.grader.verdict.RunVerdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a run was done, as the foot of each page shows it. */
record RunView(String lab, String date, String seed, String sandbox, String subject) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static RunView of(RunVerdict run) {
    return new RunView(
        run.lab(),
        DATE.format(run.started()),
        String.valueOf(run.seed()),
        run.sandbox(),
        run.subject());
  }
}
