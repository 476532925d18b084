/**
 * Assertions on process instances and external tasks, in the style of AssertJ. They use the
 * services of {@code engine-api} only, so they work in a test inside a server as well.
 */
package dev.outwork.testkit.assertions;
