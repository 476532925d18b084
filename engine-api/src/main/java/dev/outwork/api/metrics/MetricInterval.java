package dev.outwork.api.metrics;

import java.time.Instant;

/**
 * How often something happened within an interval.
 *
 * @param timestamp begin of the interval
 * @param name of the metric
 */
public record MetricInterval(Instant timestamp, String name, long value) {}
