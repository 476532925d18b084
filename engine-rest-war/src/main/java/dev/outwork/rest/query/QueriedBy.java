package dev.outwork.rest.query;

import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the vocabulary of the methods {@code list}, {@code count} and {@code singleResult} of a
 * resource: query parameters of a GET, properties of the body of a POST. Used to describe the API;
 * a {@link ListQueryReader} reads the requests.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QueriedBy {
  /** The enum of filters. */
  Class<? extends Filter> filters();

  /** The enum of sort keys; a count ignores them. */
  Class<? extends SortKey> sorting();

  /**
   * Whether the body of a POST may have {@code orQueries}: queries without an order, of each of
   * which one filter must match.
   */
  boolean orQueries() default false;

  /** Date conditions that the resource reads in addition to its filters. */
  String[] dateConditions() default {};
}
