package dev.outwork.rest.query;

import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The vocabulary of one list: the REST API names of its filters and sort keys. */
public final class ListVocabulary<F extends Enum<F> & Filter, S extends Enum<S> & SortKey> {
  private final Class<F> filterType;
  private final Map<String, F> filters = new HashMap<>();
  private final Map<String, S> sortKeys = new HashMap<>();
  private final Set<String> refused;
  private boolean hasOrQueries;

  /**
   * @param refused filters of the API that the engine does not support
   */
  public ListVocabulary(Class<F> filters, Class<S> sortKeys, Set<String> refused) {
    this.filterType = filters;
    this.refused = Set.copyOf(refused);
    for (F filter : filters.getEnumConstants()) {
      this.filters.put(filter.parameter(), filter);
    }
    for (S key : sortKeys.getEnumConstants()) {
      this.sortKeys.put(key.parameter(), key);
    }
  }

  /** This vocabulary with a second name for a filter. */
  public ListVocabulary<F, S> alias(String name, F filter) {
    filters.put(name, filter);
    return this;
  }

  /** This vocabulary with {@code orQueries} in the body. */
  public ListVocabulary<F, S> withOrQueries() {
    hasOrQueries = true;
    return this;
  }

  boolean hasOrQueries() {
    return hasOrQueries;
  }

  Class<F> filterType() {
    return filterType;
  }

  Optional<F> filter(String name) {
    return Optional.ofNullable(filters.get(name));
  }

  Optional<S> sortKey(String name) {
    return Optional.ofNullable(sortKeys.get(name));
  }

  boolean refuses(String name) {
    return refused.contains(name);
  }
}
