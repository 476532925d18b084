package dev.outwork.engine.decision;

import dev.outwork.api.Filter;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotValidException;
import dev.outwork.api.SortKey;
import java.util.Set;

/** Queries for the latest versions of definitions. */
final class LatestVersions {
  private LatestVersions() {}

  /**
   * Throws {@link NotValidException} if a query for the latest versions has a filter that only one
   * version matches.
   *
   * @param latest the filter for the latest versions
   * @param ofOneVersion the filters that do not combine with it
   */
  static <F extends Enum<F> & Filter, S extends Enum<S> & SortKey> void check(
      ListQuery<F, S> query, F latest, Set<F> ofOneVersion) {
    if (query.value(latest, Boolean.class).orElse(false)
        && query.filters().keySet().stream().anyMatch(ofOneVersion::contains)) {
      throw new NotValidException(
          "Calling latest() can only be used in combination with key(String) and keyLike(String)");
    }
  }
}
