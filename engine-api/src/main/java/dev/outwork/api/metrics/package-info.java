/** How much was done, in numbers. */
package dev.outwork.api.metrics;
