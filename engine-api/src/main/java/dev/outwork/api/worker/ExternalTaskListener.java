package dev.outwork.api.worker;

/**
 * Does the work of external tasks. Implemented by message-driven beans, which the resource adapter
 * calls, and by CDI beans annotated with {@link ExternalTaskSubscription}.
 *
 * <p>When the method returns, the task is completed with the variables set on {@code execution}.
 * When it throws a {@link BpmnError}, the error is raised in the process. When it throws any other
 * exception, its transaction is rolled back and a failure is reported, with the retries of its
 * {@link RetryPolicy}.
 */
@FunctionalInterface
public interface ExternalTaskListener {
  /**
   * Does the work of one task.
   *
   * @param execution never null; valid for this call only
   * @throws Exception to report a failure; the transaction is rolled back
   */
  void onTask(ExternalTaskExecution execution) throws Exception;
}
