/** Extensions of {@link dev.outwork.testkit} for tests of the engine. */
package dev.outwork.engine.testkit;
