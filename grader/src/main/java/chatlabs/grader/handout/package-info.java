/**
 * Holds the handouts to what they tell of: quoted code to its source, sessions to the reference
 * server, requirement ids, TODO numbers and check ids to where they are defined, links to what they
 * lead to.
 */
@NullMarked
package chatlabs.grader.handout;

import org.jspecify.annotations.NullMarked;
