/**
 * Assertions on process instances and external tasks, in the style of AssertJ. They ask the
 * services of {@code engine-api} and nothing else, so they work in a test inside a server as well.
 */
package dev.outwork.testkit.assertions;
