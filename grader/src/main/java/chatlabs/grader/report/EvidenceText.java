package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known about one check that did not pass, as lines of text with labels before them.
 */
final class EvidenceText {

  private static final int LABEL = 10;
  private static final int PROSE = 78;

  private final List<String> lines = new ArrayList<>();

  private EvidenceText() {}

  /** The text for {@code check}; parts that are empty leave no line. */
  static String of(CheckVerdict check) {
    return String.join("\n", lines(check));
  }

  static List<String> lines(CheckVerdict check) {
    Evidence evidence = check.evidence();
    var text = new EvidenceText();
    text.prose("Required", check.requirement() + ": " + check.title());
    text.prose("Problem", problem(check));
    text.exact("Expected", evidence.expected());
    text.exact("Seen", evidence.actual());
    text.prose("This is", outcome(evidence));
    text.block("On the wire:", evidence.diagram());
    text.block("Your program printed:", evidence.output());
    text.prose("Hint", check.hint());
    return text.lines;
  }

  /** The message, unless it would say again what stands under expected and seen. */
  static String problem(CheckVerdict check) {
    Evidence evidence = check.evidence();
    boolean told = !evidence.expected().isEmpty() && !evidence.actual().isEmpty();
    return told && check.verdict() == Verdict.FAILED ? "" : check.message();
  }

  private static String outcome(Evidence evidence) {
    if (evidence.explanation().isEmpty()) {
      return evidence.outcome();
    }
    String kind = evidence.outcome();
    return kind.isEmpty() ? evidence.explanation() : kind + ". " + evidence.explanation();
  }

  /** A sentence, broken at spaces to fit the screen. */
  private void prose(String label, String text) {
    labelled(label, wrap(Printable.of(text)));
  }

  /** Bytes in writing: never broken. */
  private void exact(String label, String text) {
    labelled(label, Printable.of(text).lines().toList());
  }

  private void labelled(String label, List<String> texts) {
    String before = label;
    for (String text : texts) {
      lines.add(TextWidth.pad(before, LABEL) + text);
      before = "";
    }
  }

  private void block(String label, String text) {
    if (!text.isBlank()) {
      lines.add(label);
      Printable.of(text).stripTrailing().lines().forEach(line -> lines.add("    " + line));
    }
  }

  static List<String> wrap(String text) {
    var wrapped = new ArrayList<String>();
    text.lines().forEach(line -> wrap(line, wrapped));
    return wrapped;
  }

  private static void wrap(String text, List<String> wrapped) {
    var line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      if (!line.isEmpty() && TextWidth.of(line + " " + word) > PROSE) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      wrapped.add(line.toString());
    }
  }
}
