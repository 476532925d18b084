package dev.outwork.rest.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which parts a method reads of a multipart form. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Form {
  /** Names of parts that are texts. */
  String[] texts();

  /** The name of the part that is a file. */
  String file();
}
