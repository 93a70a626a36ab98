package chatlabs.grader.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A check of one requirement: a JUnit test whose name is the sentence that it tests. Its parameters
 * are the {@link Trial}, or any class with a constructor that takes one.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(CheckExtension.class)
public @interface Check {
  /** The id on the protocol page: {@code ECHO-1}. */
  String requirement();

  /** What it is worth; at least 1. */
  int points();

  /** Where to look when it fails, without giving the solution away. */
  String hint();

  /** The starter's TODO after which it can pass; students meet the checks in this order. */
  int todo();
}
