package chatlabs.grader.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file or folder name as a course system exports it.
 *
 * <ul>
 *   <li>Moodle: {@code Jane Doe_123456_assignsubmission_file_} and what follows
 *   <li>Canvas: {@code doejane_LATE_12345_67890_EchoServer-1.java}; the second number is the file's
 * </ul>
 *
 * @param student as the system writes it
 * @param id the number that tells students of one name apart
 * @param fileName what the student called the file; empty for a folder of Moodle
 */
record CourseSystem(String student, String id, String fileName) {
  private static final Pattern MOODLE =
      Pattern.compile("(.+?)_(\\d+)_assignsubmission_(?:file|onlinetext)_?(.*)");
  private static final Pattern CANVAS =
      Pattern.compile("([^_]+?)(?:_LATE|_late)?_(\\d+)_\\d+_(.+)");
  private static final Pattern RESUBMITTED = Pattern.compile("-\\d{1,3}(?=\\.[^.]+$)");

  static Optional<CourseSystem> of(String name) {
    var moodle = MOODLE.matcher(name);
    if (moodle.matches()) {
      return Optional.of(of(moodle, moodle.group(3)));
    }
    var canvas = CANVAS.matcher(name);
    if (canvas.matches()) {
      var original = RESUBMITTED.matcher(canvas.group(3)).replaceFirst("");
      return Optional.of(of(canvas, original));
    }
    return Optional.empty();
  }

  private static CourseSystem of(Matcher matcher, String fileName) {
    return new CourseSystem(matcher.group(1).strip(), matcher.group(2), fileName);
  }

  /** What all files of one student's hand-in have in common. */
  String key() {
    return student + "_" + id;
  }
}
