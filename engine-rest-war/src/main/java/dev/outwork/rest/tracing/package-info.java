/** Traces of callers (docs/tracing.md). */
package dev.outwork.rest.tracing;
