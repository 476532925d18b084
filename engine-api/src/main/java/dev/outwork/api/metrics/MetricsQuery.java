package dev.outwork.api.metrics;

import dev.outwork.api.Page;
import java.time.Duration;
import java.time.Instant;

/**
 * A query for intervals.
 *
 * @param name of the metric; null for all metrics that are counted
 * @param from start, inclusive; null for no limit
 * @param until end, exclusive; null for no limit
 * @param interval length of an interval, in whole seconds; intervals are aligned to 1970-01-01
 * @param page the part of the result to return
 */
public record MetricsQuery(String name, Instant from, Instant until, Duration interval, Page page) {
  /** The default length of an interval. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(15);
}
