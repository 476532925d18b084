package dev.outwork.api;

/**
 * A stretch of a sorted result.
 *
 * @param firstResult how many results to pass over, at least 0
 * @param maxResults how many results to return at the most, at least 0
 */
public record Page(int firstResult, int maxResults) {
  /** Everything. */
  public static final Page ALL = new Page(0, Integer.MAX_VALUE);

  /**
   * A stretch with or without ends.
   *
   * @param firstResult null for from the start
   * @param maxResults null for to the end
   */
  public static Page of(Integer firstResult, Integer maxResults) {
    return new Page(
        firstResult == null ? ALL.firstResult() : firstResult,
        maxResults == null ? ALL.maxResults() : maxResults);
  }

  public Page {
    if (firstResult < 0 || maxResults < 0) {
      throw new NotValidException(
          "Cannot page from %d, at most %d results: neither may be negative"
              .formatted(firstResult, maxResults));
    }
  }
}
