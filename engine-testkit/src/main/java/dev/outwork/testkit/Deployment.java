package dev.outwork.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Files that {@link OutworkExtension} deploys before a test: those of the class before each of its
 * tests, then those of the method. The files of one annotation are one deployment.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Deployment {
  /** Names on the class path, from its root; at least one. */
  String[] resources();
}
