package chatlabs.grader.verdict;

/**
 * The verdict on one check of one hand-in.
 *
 * @param id class and method, as Maven's {@code -Dtest} takes it: {@code EchoServerTest#acknowledges}
 * @param title the method name as a sentence
 * @param requirement the id on the protocol page: {@code ECHO-1}
 * @param visibility whether students have the check
 * @param verdict what was found
 * @param points what the check is worth; 0 or more
 * @param earned what of it was earned; 0 to {@code points}
 * @param message one line that says what is wrong; empty when passed
 * @param hint where to look, without the solution; may be empty
 * @param evidence what was seen
 */
public record CheckVerdict(
    String id,
    String title,
    String requirement,
    Visibility visibility,
    Verdict verdict,
    int points,
    int earned,
    String message,
    String hint,
    Evidence evidence) {}
