/**
 * Behaviour of Outwork compared with Camunda 7. A test declares the model and the events once;
 * {@link dev.outwork.comparison.Comparison} plays it on both engines.
 */
package dev.outwork.comparison;
