/** The command line: one class a command, which reads as what it does. */
@NullMarked
package chatlabs.grader.cli;

import org.jspecify.annotations.NullMarked;
