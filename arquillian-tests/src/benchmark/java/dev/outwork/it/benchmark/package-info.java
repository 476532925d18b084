/**
 * What the engine takes for its work: {@code mvn -q -Pbenchmark}. Every workload is seeded and
 * bounded, and fails unless each task was granted once, carried its own variable, and every
 * instance ended; docs/performance.md has the figures of the last run that was written down.
 */
package dev.outwork.it.benchmark;
