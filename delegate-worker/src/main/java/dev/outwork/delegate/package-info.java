/**
 * Delegates, listeners and expressions of Camunda 7, called for tasks that stand for them.
 *
 * <p>A process that was deployed with {@link
 * dev.outwork.api.deployment.DeploymentRequest#codeBecomesTopics()} waits where it had code, and
 * its tasks say what the code was. This package calls that code in the worker's own JVM, with its
 * classes and its beans. It knows neither how tasks come nor how they are reported: a {@link
 * dev.outwork.delegate.CodeTask} goes in and an {@link dev.outwork.delegate.Outcome} comes out.
 */
package dev.outwork.delegate;
