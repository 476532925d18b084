package dev.outwork.testkit.container;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks beans with transaction attributes. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Transactional {
  /** The annotation itself. */
  final class Literal extends AnnotationLiteral<Transactional> implements Transactional {
    private static final long serialVersionUID = 1L;
  }

  Literal LITERAL = new Literal();
}
