/**
 * Calls delegates, listeners and expressions of Camunda 7 for tasks that stand for them.
 *
 * <p>A process that was deployed with {@link
 * dev.outwork.api.deployment.DeploymentRequest#codeBecomesTopics()} waits where it had code, and
 * its tasks describe that code. This package calls the code in the worker's own JVM, with its
 * classes and beans. It does not know how tasks are fetched or reported: a {@link
 * dev.outwork.delegate.CodeTask} goes in and an {@link dev.outwork.delegate.Outcome} comes out.
 */
package dev.outwork.delegate;
