/** How much was done, in numbers (docs/rest-api.md, "Metrics"). */
package dev.outwork.rest.metrics;
