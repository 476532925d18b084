package dev.outwork.rest.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a method answers with status 200, where its return type does not tell. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
  /** What it answers with; of several classes one; of none nothing. */
  Class<?>[] value();

  /** How many of it. */
  Shape as() default Shape.ONE;

  /** One, or several in an array or by name. */
  enum Shape {
    ONE,
    LIST,
    MAP
  }
}
