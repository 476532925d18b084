package dev.outwork.rest.metrics;

import dev.outwork.api.metrics.MetricInterval;
import java.time.Instant;

/**
 * How often something happened within an interval.
 *
 * @param reporter always null: what all nodes have done is counted together
 */
public record MetricsIntervalDto(Instant timestamp, String name, String reporter, long value) {
  static MetricsIntervalDto of(MetricInterval interval) {
    return new MetricsIntervalDto(interval.timestamp(), interval.name(), null, interval.value());
  }
}
