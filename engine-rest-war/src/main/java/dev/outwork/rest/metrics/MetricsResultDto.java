package dev.outwork.rest.metrics;

/** The number of occurrences. */
public record MetricsResultDto(long result) {}
