/**
 * A kit to test processes: an engine without a server, a settable clock, workers, and {@linkplain
 * dev.outwork.testkit.assertions assertions}.
 *
 * <p>The law: nothing happens by itself. A test decides when time passes, jobs run and workers
 * work, so it never waits and is deterministic.
 */
package dev.outwork.testkit;
