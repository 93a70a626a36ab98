package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.Verdict;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {

  private static final RunVerdict RUN = SampleRun.ofAClass();

  @Test
  void a_whole_class_is_valid_against_the_schema() throws Exception {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitXmlTest.class.getResource("junit.xsd"));
    var xml = new StreamSource(new StringReader(JunitXml.toXml(RUN)));
    assertThatCode(() -> schema.newValidator().validate(xml)).doesNotThrowAnyException();
  }

  @Test
  void each_hand_in_is_a_suite_whose_sums_agree_with_its_cases() throws Exception {
    var suites = parse(RUN).getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(RUN.submissions().size());
    for (int i = 0; i < suites.getLength(); i++) {
      var suite = (Element) suites.item(i);
      assertThat(sum(suite, "tests")).isEqualTo(count(suite, "testcase"));
      assertThat(sum(suite, "failures")).isEqualTo(count(suite, "failure"));
      assertThat(sum(suite, "errors")).isEqualTo(count(suite, "error"));
      assertThat(sum(suite, "skipped")).isEqualTo(count(suite, "skipped"));
    }
  }

  @Test
  void a_failure_carries_its_type_message_and_evidence() throws Exception {
    var check = SampleRun.check(0, Verdict.FAILED, "no reply came", SampleRun.SILENCE);
    var failure = (Element) parse(run(check)).getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("silence");
    assertThat(failure.getAttribute("message")).isEqualTo("no reply came");
    assertThat(failure.getTextContent()).contains("Required  ECHO-1", "On the wire:", "Hint");
  }

  @Test
  void a_hand_in_that_does_not_compile_is_an_error() throws Exception {
    var broken = SampleRun.refused("Carl", Status.COMPILE_ERROR, SampleRun.COMPILER);
    var error =
        (Element) parse(SampleRun.run(List.of(broken))).getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("type")).isEqualTo("compile-error");
    assertThat(error.getTextContent()).contains("2 errors");
  }

  @Test
  void characters_that_xml_forbids_are_written_out() throws Exception {
    var evidence = new Evidence("cut line", "a\u0000b", "\u001b[31m", "", "", "\uFFFE \uD83D");
    var check = SampleRun.check(0, Verdict.FAILED, "bell \u0007", evidence);
    var failure = (Element) parse(run(check)).getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("bell \\x07");
    assertThat(failure.getTextContent()).contains("a\\x00b", "\\x1b[31m", "\\ufffe \\ud83d");
  }

  private static RunVerdict run(chatlabs.grader.verdict.CheckVerdict check) {
    return SampleRun.run(
        List.of(SampleRun.judged("a", Status.GRADED, "", List.of(), 1, List.of(check))));
  }

  private static Document parse(RunVerdict run) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JunitXml.toXml(run))));
  }

  private static int sum(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }

  private static int count(Element suite, String tag) {
    return suite.getElementsByTagName(tag).getLength();
  }
}
