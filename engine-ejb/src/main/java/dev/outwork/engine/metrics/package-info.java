/**
 * The work of the engine in numbers.
 *
 * <p>Nothing is counted while the engine works, because that would cost each step a write. A query
 * counts the rows of history, so deleted history no longer counts.
 */
package dev.outwork.engine.metrics;
