package chatlabs.grader.host;

/**
 * Stands for an object of the student's program on the grader's side.
 *
 * @param id its number in the workshop that made it
 * @param className its class, for messages
 */
public record Ref(int id, String className) {}
