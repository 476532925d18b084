package dev.outwork.rest.query;

import dev.outwork.api.Filter;
import dev.outwork.api.Page;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;

/**
 * Query parameters that are no filters of a list, read and refused in the same words as those of
 * lists.
 */
public final class QueryParameters {
  private QueryParameters() {}

  /**
   * @param text null if the parameter is not there
   */
  public static Optional<Instant> date(String name, String text) {
    return value(name, text, Filter.Kind.DATE).map(Instant.class::cast);
  }

  /**
   * @param text null if the parameter is not there
   */
  public static Optional<Long> number(String name, String text) {
    return value(name, text, Filter.Kind.LONG).map(Long.class::cast);
  }

  /**
   * What {@code firstResult} and {@code maxResults} say.
   *
   * @param firstResult null if the parameter is not there, as the other one
   */
  public static Page page(String firstResult, String maxResults) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.putSingle("firstResult", firstResult);
    parameters.putSingle("maxResults", maxResults);
    return ListQueryReader.page(parameters);
  }

  private static Optional<Object> value(String name, String text, Filter.Kind kind) {
    return Optional.ofNullable(text)
        .map(present -> ListQueryReader.parameter(name, present, kind, Case.MATTERS));
  }
}
