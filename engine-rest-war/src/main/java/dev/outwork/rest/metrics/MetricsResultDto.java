package dev.outwork.rest.metrics;

/** How often something happened. */
public record MetricsResultDto(long result) {}
