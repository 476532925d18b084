/**
 * What Outwork does, compared with what Camunda 7 does. A test says once what is drawn and what
 * happens; {@link dev.outwork.comparison.Comparison} plays it on both engines.
 */
package dev.outwork.comparison;
