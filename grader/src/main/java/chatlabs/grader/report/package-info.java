/**
 * Turns the data of a verdict into what people and programs read: web pages, {@code results.json},
 * {@code grades.csv}, {@code junit.xml} and text for the terminal. Everything here is a pure
 * function of {@link chatlabs.grader.verdict.RunVerdict}, but for {@link
 * chatlabs.grader.report.Reports}, {@link chatlabs.grader.report.Results} and {@link
 * chatlabs.grader.report.Progress}, which touch the disk and the terminal.
 *
 * <p>The pages are Mustache templates (jmustache): 80 kB without dependencies, nothing to compile
 * when the kit is built or a student types {@code mvn test}, no logic in the pages, and every value
 * is escaped unless a template asks for the opposite, which none does (a test looks). CSV and JUnit
 * XML are a few lines each, on the JDK alone; JSON is Jackson, because it is read back too.
 */
@NullMarked
package chatlabs.grader.report;

import org.jspecify.annotations.NullMarked;
