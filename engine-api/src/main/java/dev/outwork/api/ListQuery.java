package dev.outwork.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question for a list: conditions, all of which must hold, an order, and a page.
 *
 * @param filters the conditions, each with a value of the kind that the filter declares
 * @param orQueries further groups of conditions; of each group at least one condition must hold. A
 *     group without conditions restricts nothing
 * @param sorting what to sort by, most significant first; ties and an empty list fall back to the
 *     id, ascending
 * @param page which part of the result
 */
public record ListQuery<F extends Enum<F> & Filter, S extends Enum<S> & SortKey>(
    Map<F, Object> filters, List<Map<F, Object>> orQueries, List<Sort<S>> sorting, Page page) {

  /** One key and its direction. */
  public record Sort<S extends Enum<S> & SortKey>(S key, boolean ascending) {}

  public ListQuery {
    filters = Map.copyOf(filters);
    orQueries = orQueries.stream().map(Map::copyOf).toList();
    sorting = withoutRepeats(sorting);
  }

  /** Without groups of conditions. */
  public ListQuery(Map<F, Object> filters, List<Sort<S>> sorting, Page page) {
    this(filters, List.of(), sorting, page);
  }

  /** Everything, sorted by id. */
  public static <F extends Enum<F> & Filter, S extends Enum<S> & SortKey> ListQuery<F, S> all() {
    return new ListQuery<F, S>(Map.of(), List.of(), Page.ALL);
  }

  /** The same question with one condition more; it replaces an earlier one of the same filter. */
  public ListQuery<F, S> with(F filter, Object value) {
    Map<F, Object> more = new LinkedHashMap<>(filters);
    more.put(filter, value);
    return new ListQuery<>(more, orQueries, sorting, page);
  }

  /** The same question, of which one of these conditions must hold, too. */
  public ListQuery<F, S> or(Map<F, Object> anyOf) {
    List<Map<F, Object>> more = new ArrayList<>(orQueries);
    more.add(anyOf);
    return new ListQuery<>(filters, more, sorting, page);
  }

  /** The same question with one more, less significant, sort key. */
  public ListQuery<F, S> orderBy(S key, boolean ascending) {
    List<Sort<S>> more = new ArrayList<>(sorting);
    more.add(new Sort<>(key, ascending));
    return new ListQuery<>(filters, orQueries, more, page);
  }

  /** The same question for another stretch of the result. */
  public ListQuery<F, S> page(int firstResult, int maxResults) {
    return new ListQuery<>(filters, orQueries, sorting, new Page(firstResult, maxResults));
  }

  /** The value asked for by {@code filter}, if it was asked for. */
  public <T> Optional<T> value(F filter, Class<T> type) {
    return Optional.ofNullable(filters.get(filter)).map(type::cast);
  }

  // Clients repeat sort entries, and some databases refuse a column that is ordered by twice.
  private static <S extends Enum<S> & SortKey> List<Sort<S>> withoutRepeats(List<Sort<S>> sorting) {
    Map<S, Sort<S>> first = new LinkedHashMap<>();
    sorting.forEach(sort -> first.putIfAbsent(sort.key(), sort));
    return List.copyOf(first.values());
  }
}
