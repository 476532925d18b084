/**
 * What a test of a process needs: an engine without a server, a clock that is set, workers, and
 * {@linkplain dev.outwork.testkit.assertions assertions}.
 *
 * <p>The law: nothing happens by itself. A test says when time passes, jobs run and workers work,
 * so it never waits and always comes out the same.
 */
package dev.outwork.testkit;
