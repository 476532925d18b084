package dev.outwork.api;

/**
 * A page of a sorted result.
 *
 * @param firstResult number of results to skip, at least 0
 * @param maxResults maximum number of results, at least 0
 */
public record Page(int firstResult, int maxResults) {
  /** The whole result. */
  public static final Page ALL = new Page(0, Integer.MAX_VALUE);

  /**
   * A page with optional bounds.
   *
   * @param firstResult null to begin with the first result
   * @param maxResults null for no limit
   */
  public static Page of(Integer firstResult, Integer maxResults) {
    return new Page(
        firstResult == null ? ALL.firstResult() : firstResult,
        maxResults == null ? ALL.maxResults() : maxResults);
  }

  public Page {
    if (firstResult < 0 || maxResults < 0) {
      throw new NotValidException(
          "Cannot page from %d with at most %d results: neither may be negative"
              .formatted(firstResult, maxResults));
    }
  }
}
