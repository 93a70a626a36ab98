package chatlabs.grader.verdict;

import java.util.List;

/**
 * The verdict on one hand-in.
 *
 * @param name unique in the run; safe as a file name
 * @param source where it was found, as the user typed it, for people and for replay
 * @param status how far it came
 * @param score points earned; 0 to {@code max}
 * @param max points that could be earned: all checks but those that were not judged
 * @param reason why it is not {@link Status#GRADED}, several lines at most; empty when it is
 * @param notes what a person should know besides: files left aside, classes found elsewhere
 * @param millis wall time spent on it, in milliseconds
 * @param checks one entry a check, in the lab's order; empty when nothing could be run
 */
public record SubmissionVerdict(
    String name,
    String source,
    Status status,
    int score,
    int max,
    String reason,
    List<String> notes,
    long millis,
    List<CheckVerdict> checks) {}
