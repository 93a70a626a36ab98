package chatlabs.grader.report;

import chatlabs.grader.transcript.SequenceDiagram;
import chatlabs.grader.transcript.Stretch;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A made-up class in which every status, every verdict and every unpleasant text occurs. */
final class SampleRun {

  static final String SCRIPT = "<script>alert('x')</script>";

  private static final List<String> PEOPLE =
      List.of(
          "Abebe Bikila",
          "Ana Sousa",
          "Bo Li",
          "Chiara Rossi",
          "Dmitri Orlov",
          "Eva Lind",
          "Fatima Zahra",
          "Goran Petrov",
          "Hana Novak",
          "Ivo Maric",
          "Jana Kral",
          "Kofi Mensah",
          "Lena Vogel",
          "Mehmet Kaya",
          "Noor Haddad",
          "Oluwaseun Adeyemi",
          "Pia Berg",
          "Quentin Roy",
          "Rosa Marques",
          "Sven Olsen",
          "Tuva Dahl",
          "Uma Patel",
          "Vera Holm",
          "Wen Zhao",
          "Xenia Popa",
          "Yusuf Demir",
          "Zoe Martin",
          "\u738B\u5C0F\u660E",
          "\u5C71\u7530\u592A\u90CE",
          "Maximiliane-Charlotte von Habsburg-Lothringen (late, second attempt)",
          "=cmd()",
          "Nguy\u1EC5n V\u0103n A");

  private static final String[][] CHECKS = {
    {"EchoServerTest", "acknowledges_each_line", "ECHO-1", "4"},
    {"EchoServerTest", "acknowledges_an_empty_line", "ECHO-1", "2"},
    {"EchoServerTest", "answers_before_the_next_line_is_sent", "ECHO-2", "4"},
    {"EchoServerTest", "waits_for_the_end_of_a_line", "ECHO-3", "4"},
    {"EchoServerTest", "says_bye_on_exit", "ECHO-4", "4"},
    {"EchoServerTest", "takes_EXIT_for_an_ordinary_line", "ECHO-4", "2"},
    {"EchoServerTest", "serves_the_next_client", "ECHO-5", "6"},
    {"EchoClientTest", "returns_the_reply", "ECHO-7", "4"},
    {"EchoClientTest", "refuses_a_line_break", "ECHO-8", "2"},
    {"EchoClientTest", "reports_an_early_end", "ECHO-9", "4"},
    {"LineTest", "joins_pieces_of_a_line", "LINE-1", "6"},
    {"LineTest", "separates_lines_in_one_segment", "LINE-1", "4"},
    {"LineHiddenTest", "refuses_a_line_that_is_too_long", "LINE-3", "4"},
    {"LineHiddenTest", "survives_bytes_that_are_not_utf8", "LINE-4", "2"},
    {"LineHiddenTest", "answers_what_came_before_half_close", "LINE-5", "4"},
    {"ServerHiddenTest", "leaves_nothing_behind_after_close", "LINE-7", "4"},
  };

  static final Evidence CUT_LINE =
      new Evidence(
          "cut line",
          "ACK 1 hello\\n",
          "ACK 1 hel\\n\nACK 2 lo\\n",
          "The program took one read for one message. TCP may cut a line anywhere.",
          """
                time     you       server
              0.4 ms      |--------->|      hel
              0.5 ms      |<---------|      ACK 1 hel\\n
           >>>>>>>>       |<---------|      ACK 1 hel\\n
             21.0 ms      |--------->|      lo\\n
          """,
          "LISTENING 40213\nclient from /127.0.0.1:51514 " + SCRIPT + "\nread: hel\nread: lo\n");

  static final Evidence SILENCE =
      new Evidence(
          "silence",
          "ACK 1 ping\\n",
          "nothing for 2.0 s",
          "Nothing came. Perhaps the reply waits in a buffer that was never flushed.",
          """
                time     you       server
              0.4 ms      |--------->|      ping\\n
           >>>>>>>>       |          !     nothing came for 2 s
          """,
          "");

  /** What became of frames on a channel, with the place where the sender went wrong. */
  static final Evidence TOO_MANY = drawn(LossyChannel.transcript());

  static Evidence drawn(Transcript transcript) {
    var stretch = Stretch.of(transcript.events(), 24);
    return new Evidence(
        "extra frame",
        "A 2 to be ignored",
        "D 2 once more",
        "A frame was sent where none should have been sent.",
        SequenceDiagram.draw(stretch),
        "",
        stretch);
  }

  private SampleRun() {}

  /** Forty hand-ins. */
  static RunVerdict ofAClass() {
    var submissions = new ArrayList<SubmissionVerdict>();
    for (int i = 0; i < PEOPLE.size(); i++) {
      submissions.add(graded(PEOPLE.get(i), i));
    }
    submissions.add(refused("broken-" + SCRIPT, Status.COMPILE_ERROR, COMPILER));
    submissions.add(refused("Carl Compile", Status.COMPILE_ERROR, COMPILER));
    submissions.add(
        refused(
            "Emil Empty",
            Status.EMPTY,
            "No class chatlabs.echo.EchoServer was"
                + " found. The nearest is chatlabs.echo.EcoServer in src/EcoServer.java."));
    submissions.add(
        refused(
            "Zip Bomb",
            Status.NOT_JUDGED,
            "The archive unpacks to more than 256 MB" + " (hand-in.zip): refused."));
    submissions.add(
        refused(
            "Otto Exit",
            Status.CRASHED,
            "System.exit(0) was called in the"
                + " constructor of EchoServer.\n  at chatlabs.echo.EchoServer.<init>(EchoServer.java:17)"));
    submissions.add(notStarted("Nils Neu"));
    submissions.add(notStarted("Norma Late"));
    submissions.add(outOfReach("python-server"));
    return run(submissions);
  }

  static RunVerdict run(List<SubmissionVerdict> submissions) {
    return new RunVerdict(
        "01-echo",
        4711L,
        "basic: child JVM with its own limits; bubblewrap was not found",
        "child-jvm",
        Instant.parse("2026-11-21T07:00:00Z"),
        submissions);
  }

  static final String COMPILER =
      """
      EchoServer.java:31: error: ';' expected
              int n = 0
                       ^
      EchoServer.java:44: error: incompatible types: List<String> cannot be converted to String
              String line = reader.lines().toList();
                                                 ^
      2 errors
      """;

  /** The {@code i}-th student fails another part of the checks, the 0th none. */
  static SubmissionVerdict graded(String name, int i) {
    var checks = new ArrayList<CheckVerdict>();
    for (int c = 0; c < CHECKS.length; c++) {
      int dice = Math.floorMod(i * 7919 + c * 104729 + i * c * 31, 97);
      checks.add(check(c, dice, i));
    }
    List<String> notes =
        i % 9 == 4
            ? List.of("left aside: __MACOSX, 3 class files", "found in package chatlab")
            : List.of();
    return judged(name, Status.GRADED, "", notes, 800 + i * 37L, checks);
  }

  private static CheckVerdict check(int c, int dice, int skill) {
    int level = skill % 8 * 8;
    if (skill == 19 && c == 6) {
      return check(c, Verdict.UNSTABLE, "passed 1 of 3 tries", TOO_MANY);
    }
    if (dice >= level) {
      return check(c, Verdict.PASSED, "", Evidence.NONE);
    }
    if (dice % 5 == 0) {
      return check(
          c, Verdict.NOT_STARTED, "TODO " + (1 + c % 4) + ": read the next line", Evidence.NONE);
    }
    return dice % 2 == 0
        ? check(c, Verdict.FAILED, "the reply " + SCRIPT + " was cut into two lines", CUT_LINE)
        : check(c, Verdict.FAILED, "no reply came", SILENCE);
  }

  static CheckVerdict check(int c, Verdict verdict, String message, Evidence evidence) {
    String[] row = CHECKS[c];
    int points = Integer.parseInt(row[3]);
    return new CheckVerdict(
        row[0] + "#" + row[1],
        row[1].replace('_', ' '),
        row[2],
        row[0].contains("Hidden") ? Visibility.HIDDEN : Visibility.PUBLIC,
        verdict,
        points,
        verdict == Verdict.PASSED ? points : 0,
        message,
        verdict == Verdict.PASSED
            ? ""
            : "What does read() return when only half of a line is there?",
        evidence);
  }

  static SubmissionVerdict judged(
      String name,
      Status status,
      String reason,
      List<String> notes,
      long millis,
      List<CheckVerdict> checks) {
    int max =
        checks.stream()
            .filter(k -> k.verdict() != Verdict.NOT_JUDGED)
            .mapToInt(CheckVerdict::points)
            .sum();
    int score = checks.stream().mapToInt(CheckVerdict::earned).sum();
    return new SubmissionVerdict(
        name, "submissions/" + name, status, score, max, reason, notes, millis, checks);
  }

  static SubmissionVerdict refused(String name, Status status, String reason) {
    int max = status == Status.NOT_JUDGED ? 0 : 60;
    return new SubmissionVerdict(
        name, "submissions/" + name + ".zip", status, 0, max, reason, List.of(), 140, List.of());
  }

  static SubmissionVerdict notStarted(String name) {
    var checks = new ArrayList<CheckVerdict>();
    for (int c = 0; c < CHECKS.length; c++) {
      checks.add(
          check(
              c,
              Verdict.NOT_STARTED,
              "TODO " + (1 + c % 4) + ": read the next line",
              Evidence.NONE));
    }
    return judged(name, Status.NOT_STARTED, "Every check met a TODO.", List.of(), 410, checks);
  }

  /** A program in another language: its client cannot be reached. */
  static SubmissionVerdict outOfReach(String name) {
    var checks = new ArrayList<CheckVerdict>();
    for (int c = 0; c < CHECKS.length; c++) {
      checks.add(
          CHECKS[c][0].startsWith("EchoClient")
              ? check(
                  c,
                  Verdict.NOT_JUDGED,
                  "needs a Java class: out of reach for a command",
                  Evidence.NONE)
              : check(c, Verdict.PASSED, "", Evidence.NONE));
    }
    return judged(name, Status.GRADED, "", List.of(), 902, checks);
  }

  /** Writes the whole class to a folder, to look at it. */
  public static void main(String[] args) throws Exception {
    Path dir = Path.of(args[0]);
    RunVerdict run = ofAClass();
    Reports.write(run, dir);
    System.out.print(ConsoleTable.render(run, dir));
    System.out.println();
    System.out.print(CheckReport.render(run.submissions().get(3), args.length > 1));
  }
}
