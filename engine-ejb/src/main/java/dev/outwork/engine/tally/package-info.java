/**
 * What this node counts in memory as it works: what happens to tasks, by topic, and which workers
 * it has seen. Counting writes nothing; the package {@code numbers} shows it. Knows neither the
 * database nor what the engine does.
 */
package dev.outwork.engine.tally;
