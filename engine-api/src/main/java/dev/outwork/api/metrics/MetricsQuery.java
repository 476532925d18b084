package dev.outwork.api.metrics;

import dev.outwork.api.Page;
import java.time.Duration;
import java.time.Instant;

/**
 * A question for intervals.
 *
 * @param name of the metric; null for all that are counted
 * @param from the first instant; null for the beginning
 * @param until the first instant that does not count; null for no end
 * @param interval length of an interval, in whole seconds; intervals are counted from 1970 on
 * @param page which part of the result
 */
public record MetricsQuery(String name, Instant from, Instant until, Duration interval, Page page) {
  /** The length of an interval if nobody says otherwise. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(15);
}
