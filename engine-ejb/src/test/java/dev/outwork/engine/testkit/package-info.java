/** What tests of the engine have beyond {@link dev.outwork.testkit}. */
package dev.outwork.engine.testkit;
