package io.camber.sim.scenario.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which elements of the standard a class reads and what becomes of them. The table of support in OPENSCENARIO.md is made of
 * these, and a test keeps them complete: every element of the standard is claimed by exactly one class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Plays.All.class)
public @interface Plays {
  /** Names of elements. */
  String[] value();

  /** What becomes of them. */
  Support support() default Support.FULL;

  /** What is missing; needed unless the support is full. */
  String note() default "";

  /** How much of an element plays. */
  enum Support {
    FULL,
    /** The note says what is missing. */
    PARTLY,
    /** Refused, or named in a warning, at reading. */
    NOT
  }

  /** Several of them on one class. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    Plays[] value();
  }
}
