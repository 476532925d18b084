/** Metrics: the work of the engine in numbers. */
package dev.outwork.api.metrics;
