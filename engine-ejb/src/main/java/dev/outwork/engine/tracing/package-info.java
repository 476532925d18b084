/**
 * Traces of OpenTelemetry, as far as a server, an agent or the application brings an SDK; without
 * one, a caller's trace is only handed on. A trace travels as text, as its {@code traceparent}:
 * with a call to the thread that does its work, with a task to its worker, and back with the
 * report.
 *
 * <p>The only package that knows OpenTelemetry. Spans never have values of variables.
 */
package dev.outwork.engine.tracing;
