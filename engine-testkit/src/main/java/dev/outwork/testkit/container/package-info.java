/**
 * The engine without a server: its beans in Weld SE, with simulated container transactions. Tests
 * use {@link dev.outwork.testkit.TestEngine} instead.
 *
 * <p>The law: the engine's behaviour is its own code; this package only replaces the server.
 */
package dev.outwork.testkit.container;
