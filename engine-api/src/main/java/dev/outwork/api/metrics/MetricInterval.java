package dev.outwork.api.metrics;

import java.time.Instant;

/**
 * The number of occurrences within an interval.
 *
 * @param timestamp start of the interval
 * @param name of the metric
 */
public record MetricInterval(Instant timestamp, String name, long value) {}
