package chatlabs.grader.verdict;

import java.time.Instant;
import java.util.List;

/**
 * All that one run of the grader found out; reports are made from this and nothing else.
 *
 * @param lab the lab's folder name: {@code 01-echo}
 * @param seed where all randomness of the run came from
 * @param sandbox the tier that the hand-ins ran in, and why: {@code basic: …}
 * @param subject the kind of subject: {@code child-jvm}, {@code command}, {@code attach}, {@code in-process}
 * @param started when the run began
 * @param submissions one entry a hand-in, sorted by name
 */
public record RunVerdict(
    String lab,
    long seed,
    String sandbox,
    String subject,
    Instant started,
    List<SubmissionVerdict> submissions) {}
