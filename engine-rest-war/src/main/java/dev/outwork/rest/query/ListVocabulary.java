package dev.outwork.rest.query;

import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of one list: its filters and sort keys by the names that they have on the wire. */
public final class ListVocabulary<F extends Enum<F> & Filter, S extends Enum<S> & SortKey> {
  private final Class<F> filterType;
  private final Map<String, F> filters = new HashMap<>();
  private final Map<String, S> sortKeys = new HashMap<>();
  private final Set<String> refused;
  private boolean hasOrQueries;

  /**
   * @param refused filters that the API has but the engine has not
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

  /** The same words, and one more for a filter that has two names. */
  public ListVocabulary<F, S> alias(String name, F filter) {
    filters.put(name, filter);
    return this;
  }

  /** The same words, which a body may also have in {@code orQueries}. */
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
