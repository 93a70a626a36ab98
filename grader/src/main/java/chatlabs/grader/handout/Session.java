package chatlabs.grader.handout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A conversation with a lab's server as a page shows it, one line a step: {@code you > hello} goes
 * to the server, {@code you < ACK 1 hello} comes from it. Words that are not sent as a line: {@code
 * (connects)}, {@code (ends its output)}, {@code (resets)}, {@code (end of stream)}, and {@code
 * "hel"} for bytes without a line end.
 *
 * @param lab the lab's id, first word of the mark
 * @param arguments what the server's main gets behind its port: the other words of the mark
 */
public record Session(
    String page, String lab, List<String> arguments, List<Step> steps, List<Problem> problems) {

  public Session {
    arguments = List.copyOf(arguments);
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  static Session of(Page page, Block block) {
    var words = Arrays.asList(block.argument().split(" +"));
    var steps = new ArrayList<Step>();
    var problems = new ArrayList<Problem>();
    int line = block.line();
    for (var text : block.lines()) {
      int number = ++line;
      if (!text.isBlank()) {
        StepReader.read(number, text)
            .ifPresentOrElse(
                steps::add,
                () -> problems.add(page.problem(number, "no line of a session: " + text)));
      }
    }
    return new Session(
        page.name(), words.getFirst(), words.subList(1, words.size()), steps, problems);
  }
}
