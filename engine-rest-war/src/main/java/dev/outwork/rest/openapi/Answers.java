package dev.outwork.rest.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the content of status 200, where the return type of the method does not tell it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
  /** The class of the content; one of several classes; nothing if empty. */
  Class<?>[] value();

  /** The shape of the content. */
  Shape as() default Shape.ONE;

  /** One object, an array, or a map by name. */
  enum Shape {
    ONE,
    LIST,
    MAP
  }
}
