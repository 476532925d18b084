package dev.outwork.api.metrics;

import dev.outwork.api.BadUserRequestException;
import java.time.Instant;
import java.util.List;

/**
 * Counts activities of the engine from the rows of history: deleted history is no longer counted
 * (docs/rest-api.md, "Metrics").
 */
public interface MetricsService {
  /** Maximum number of intervals of one query. */
  int MOST_INTERVALS = 200;

  /**
   * The number of occurrences.
   *
   * @param name of the metric; 0 is returned for an unknown metric and for one that is not counted
   *     here
   * @param from start, inclusive; null for no limit
   * @param until end, exclusive; null for no limit
   */
  long sum(String name, Instant from, Instant until);

  /**
   * The number of occurrences in each interval that has any, the latest first.
   *
   * @throws BadUserRequestException if the interval is shorter than a second, or too many are
   *     requested
   */
  List<MetricInterval> intervals(MetricsQuery query);
}
