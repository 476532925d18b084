package dev.outwork.api.metrics;

import dev.outwork.api.BadUserRequestException;
import java.time.Instant;
import java.util.List;

/**
 * Counts what was done, from the rows of history: what has been deleted from history is counted no
 * more (docs/rest-api.md, "Metrics").
 */
public interface MetricsService {
  /** The most intervals that one question is answered with. */
  int MOST_INTERVALS = 200;

  /**
   * How often something happened.
   *
   * @param name of the metric; one that counts nothing here, or is not known, is 0
   * @param from the first instant; null for the beginning
   * @param until the first instant that does not count; null for no end
   */
  long sum(String name, Instant from, Instant until);

  /**
   * How often something happened in each interval in which it did, the latest first.
   *
   * @throws BadUserRequestException if intervals have no length, or too many are asked for
   */
  List<MetricInterval> intervals(MetricsQuery query);
}
