/** The work of the engine in numbers (docs/rest-api.md, "Metrics"). */
package dev.outwork.rest.metrics;
