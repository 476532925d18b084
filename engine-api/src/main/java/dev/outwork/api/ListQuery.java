package dev.outwork.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list query: filters that must all match, an order, and a page.
 *
 * @param filters the filters, each with a value of the kind that it declares
 * @param orQueries groups of filters; at least one filter of each group must match. An empty group
 *     restricts nothing
 * @param sorting sort keys, most significant first; ties and an empty list fall back to the id,
 *     ascending
 * @param page the part of the result to return
 */
public record ListQuery<F extends Enum<F> & Filter, S extends Enum<S> & SortKey>(
    Map<F, Object> filters, List<Map<F, Object>> orQueries, List<Sort<S>> sorting, Page page) {

  /** A sort key and its direction. */
  public record Sort<S extends Enum<S> & SortKey>(S key, boolean ascending) {}

  public ListQuery {
    filters = Map.copyOf(filters);
    orQueries = orQueries.stream().map(Map::copyOf).toList();
    sorting = withoutRepeats(sorting);
  }

  /** A query without groups of filters. */
  public ListQuery(Map<F, Object> filters, List<Sort<S>> sorting, Page page) {
    this(filters, List.of(), sorting, page);
  }

  /** All elements, sorted by id. */
  public static <F extends Enum<F> & Filter, S extends Enum<S> & SortKey> ListQuery<F, S> all() {
    return new ListQuery<F, S>(Map.of(), List.of(), Page.ALL);
  }

  /** This query with one more filter; it replaces an earlier value of the same filter. */
  public ListQuery<F, S> with(F filter, Object value) {
    Map<F, Object> more = new LinkedHashMap<>(filters);
    more.put(filter, value);
    return new ListQuery<>(more, orQueries, sorting, page);
  }

  /** This query with one more group of filters, at least one of which must match. */
  public ListQuery<F, S> or(Map<F, Object> anyOf) {
    List<Map<F, Object>> more = new ArrayList<>(orQueries);
    more.add(anyOf);
    return new ListQuery<>(filters, more, sorting, page);
  }

  /** This query with one more, less significant, sort key. */
  public ListQuery<F, S> orderBy(S key, boolean ascending) {
    List<Sort<S>> more = new ArrayList<>(sorting);
    more.add(new Sort<>(key, ascending));
    return new ListQuery<>(filters, orQueries, more, page);
  }

  /** This query for another page. */
  public ListQuery<F, S> page(int firstResult, int maxResults) {
    return new ListQuery<>(filters, orQueries, sorting, new Page(firstResult, maxResults));
  }

  /** The value of {@code filter}; empty if the query does not use it. */
  public <T> Optional<T> value(F filter, Class<T> type) {
    return Optional.ofNullable(filters.get(filter)).map(type::cast);
  }

  // Clients repeat sort entries, and some databases refuse to order by the same column twice.
  private static <S extends Enum<S> & SortKey> List<Sort<S>> withoutRepeats(List<Sort<S>> sorting) {
    Map<S, Sort<S>> first = new LinkedHashMap<>();
    sorting.forEach(sort -> first.putIfAbsent(sort.key(), sort));
    return List.copyOf(first.values());
  }
}
