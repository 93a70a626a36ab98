/**
 * What JVMs start from quickly: jars that are made once and kept, and archives of the classes that
 * a JVM loads from them.
 */
@NullMarked
package chatlabs.grader.archive;

import org.jspecify.annotations.NullMarked;
