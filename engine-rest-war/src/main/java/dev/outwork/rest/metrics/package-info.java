/** How much was done, in numbers (wire section 6.10). */
package dev.outwork.rest.metrics;
