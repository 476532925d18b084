/**
 * The engine without a server: its beans in Weld SE, its transactions by hand. Not for tests, which
 * see {@link dev.outwork.testkit.TestEngine}.
 *
 * <p>The law: what the engine does is its own code; here is only what a server would bring.
 */
package dev.outwork.testkit.container;
