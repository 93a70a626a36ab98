package chatlabs.grader.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The web pages: each is one file, without script and without anything from elsewhere.
 *
 * <p>Three walls stand between a student's text and the reader's browser: every value is escaped
 * (in drawings by {@link SequenceSvg}), control characters are written out, and each page forbids all scripts and addresses
 * (Content-Security-Policy).
 */
final class Pages {

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler()
          .escapeHTML(true)
          .strictSections(true)
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .withFormatter(value -> Printable.of(String.valueOf(value)))
          .withLoader(Pages::open);

  private static final Template STUDENT = MUSTACHE.loadTemplate("student.html");
  private static final Template REPORT = MUSTACHE.loadTemplate("report.html");

  private Pages() {}

  static String student(StudentView view) {
    return STUDENT.execute(view);
  }

  static String report(ClassView view) {
    return REPORT.execute(view);
  }

  private static Reader open(String name) throws FileNotFoundException {
    InputStream template = Pages.class.getResourceAsStream(name);
    if (template == null) {
      throw new FileNotFoundException("no template " + name + " beside " + Pages.class);
    }
    return new InputStreamReader(template, StandardCharsets.UTF_8);
  }
}
