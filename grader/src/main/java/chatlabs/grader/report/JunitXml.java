package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml} as Jenkins and its kin read it: a suite for each hand-in, a case for each
 * check.
 *
 * <p>Failed is a failure; unstable and a hand-in that could not be run are errors; not started and
 * not judged are skipped.
 */
final class JunitXml {

  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String toXml(RunVerdict run) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitXml(xml).run(run);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a StringWriter takes everything", e);
    }
    return text.append('\n').toString();
  }

  private void run(RunVerdict run) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites");
    attribute("name", "chatlabs " + run.lab());
    for (SubmissionVerdict submission : run.submissions()) {
      suite(run, submission);
    }
    end();
    xml.writeEndDocument();
  }

  private void suite(RunVerdict run, SubmissionVerdict submission) throws XMLStreamException {
    Tally tally = Tally.of(submission.checks());
    boolean unchecked = submission.checks().isEmpty();
    start("testsuite");
    attribute("name", run.lab() + "." + submission.name());
    attribute("tests", unchecked ? 1 : submission.checks().size());
    attribute("failures", tally.of(Verdict.FAILED));
    attribute("errors", tally.of(Verdict.UNSTABLE) + (isError(submission) ? 1 : 0));
    attribute("skipped", skipped(submission, tally));
    attribute("timestamp", run.started().truncatedTo(ChronoUnit.SECONDS));
    attribute("time", String.format(Locale.ROOT, "%.3f", submission.millis() / 1000.0));
    properties(run, submission);
    if (unchecked) {
      unchecked(submission);
    }
    for (CheckVerdict check : submission.checks()) {
      testcase(submission, check);
    }
    end();
  }

  private void properties(RunVerdict run, SubmissionVerdict submission) throws XMLStreamException {
    start("properties");
    property("status", submission.status().label());
    property("score", submission.score());
    property("max", submission.max());
    property("seed", run.seed());
    property("sandbox", run.sandbox());
    end();
  }

  private void property(String name, Object value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  /** A hand-in without checks still is a case: CI must not overlook it. */
  private void unchecked(SubmissionVerdict submission) throws XMLStreamException {
    start("testcase");
    attribute("name", "can be checked");
    attribute("classname", submission.name());
    result(
        isError(submission) ? "error" : "skipped",
        submission.status().label(),
        Words.firstLine(submission.reason()),
        submission.reason());
    end();
  }

  private static boolean isError(SubmissionVerdict submission) {
    return submission.checks().isEmpty()
        && switch (submission.status()) {
          case COMPILE_ERROR, CRASHED, EMPTY -> true;
          case GRADED, NOT_STARTED, NOT_JUDGED -> false;
        };
  }

  private static int skipped(SubmissionVerdict submission, Tally tally) {
    return submission.checks().isEmpty()
        ? (isError(submission) ? 0 : 1)
        : tally.of(Verdict.NOT_STARTED) + tally.of(Verdict.NOT_JUDGED);
  }

  private void testcase(SubmissionVerdict submission, CheckVerdict check)
      throws XMLStreamException {
    start("testcase");
    attribute("name", Words.methodName(check) + " (" + check.requirement() + ")");
    attribute("classname", submission.name() + "." + Words.className(check));
    switch (check.verdict()) {
      case PASSED -> {}
      case FAILED -> result("failure", type(check), check.message(), EvidenceText.of(check));
      case UNSTABLE -> result("error", "unstable", check.message(), EvidenceText.of(check));
      case NOT_STARTED -> result("skipped", "not-started", check.message(), "");
      case NOT_JUDGED -> result("skipped", "not-judged", check.message(), "");
    }
    end();
  }

  private static String type(CheckVerdict check) {
    String outcome = check.evidence().outcome();
    return outcome.isEmpty() ? "failed" : outcome;
  }

  private void result(String element, String type, String message, String body)
      throws XMLStreamException {
    start(element);
    attribute("type", type);
    attribute("message", message);
    xml.writeCharacters(Printable.of(body));
    end();
  }

  private void start(String element) throws XMLStreamException {
    xml.writeStartElement(element);
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, Printable.of(value.toString()));
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }
}
