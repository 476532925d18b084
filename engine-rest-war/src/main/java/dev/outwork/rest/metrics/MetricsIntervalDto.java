package dev.outwork.rest.metrics;

import dev.outwork.api.metrics.MetricInterval;
import java.time.Instant;

/**
 * The number of occurrences within an interval.
 *
 * @param reporter always null: metrics are not recorded by node
 */
public record MetricsIntervalDto(Instant timestamp, String name, String reporter, long value) {
  static MetricsIntervalDto of(MetricInterval interval) {
    return new MetricsIntervalDto(interval.timestamp(), interval.name(), null, interval.value());
  }
}
