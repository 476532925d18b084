/** The work of the engine in numbers (wire section 6.10). */
package dev.outwork.rest.metrics;
