package dev.outwork.rest.query;

import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the methods {@code list} and {@code count} of a resource can be asked for by: query
 * parameters of a GET, properties of a POST's body. For whoever describes the API; the words
 * themselves are read by a {@link ListQueryReader}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QueriedBy {
  /** The filters, an enum. */
  Class<? extends Filter> filters();

  /** The sort keys, an enum; a count has no use for them. */
  Class<? extends SortKey> sorting();

  /**
   * Whether a POST's body can have {@code orQueries}: queries without an order, of each of which
   * one condition must hold.
   */
  boolean orQueries() default false;

  /** Conditions on dates that the resource reads beside its filters. */
  String[] dateConditions() default {};
}
