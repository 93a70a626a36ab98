/** The commands of {@code chatlab}: they read what the user typed, and hand over to the stations. */
@NullMarked
package chatlabs.grader.cli;

import org.jspecify.annotations.NullMarked;
