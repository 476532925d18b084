/** Traces of callers (docs/tracing.md). */
package dev.outwork.api.tracing;
