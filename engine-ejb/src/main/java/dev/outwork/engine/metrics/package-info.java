/**
 * How much was done, in numbers.
 *
 * <p>Nothing is counted while work is done, because that would cost each piece of work a write. The
 * rows of history are counted when somebody asks, so what has gone from history counts no more.
 */
package dev.outwork.engine.metrics;
