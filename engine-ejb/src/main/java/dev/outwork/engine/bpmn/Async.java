package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;

/**
 * The asynchronous continuations of a node (docs/rest-api.md, "Transactions"), and the retries of
 * its jobs.
 *
 * @param before whether a job enters the node
 * @param after whether a job leaves it
 * @param priority of its jobs; null means 0
 * @param retryTimeCycle {@code camunda:failedJobRetryTimeCycle}; null for the default
 */
public record Async(boolean before, boolean after, Expression priority, Expression retryTimeCycle) {
  public static final Async NONE = new Async(false, false, null, null);
}
