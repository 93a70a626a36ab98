package chatlabs.grader.worker;

import chatlabs.grader.submission.Submission;

/**
 * What a worker does at a time: judges one hand-in.
 *
 * @param seed of names, texts and order
 */
public record Task(Submission handIn, long seed) {}
