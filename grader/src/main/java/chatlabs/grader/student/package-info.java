/** What a student sees under {@code mvn test}: each check as it ends, then failures and a score. */
@NullMarked
package chatlabs.grader.student;

import org.jspecify.annotations.NullMarked;
