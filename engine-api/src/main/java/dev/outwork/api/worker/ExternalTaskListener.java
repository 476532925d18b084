package dev.outwork.api.worker;

/**
 * Does the work of external tasks. Implemented by message-driven beans, which the resource adapter
 * calls, and by CDI beans annotated with {@link ExternalTaskSubscription}.
 *
 * <p>When the method returns, the task is completed with the variables that were set on {@code
 * execution}. When it throws a {@link BpmnError}, that error is raised in the process. When it
 * throws anything else, its transaction is rolled back and a failure is reported, with retries as
 * its {@link RetryPolicy} says.
 */
@FunctionalInterface
public interface ExternalTaskListener {
  /**
   * Does the work of one task.
   *
   * @param execution never null; for this call only
   * @throws Exception for a failure; nothing of this call is kept then
   */
  void onTask(ExternalTaskExecution execution) throws Exception;
}
