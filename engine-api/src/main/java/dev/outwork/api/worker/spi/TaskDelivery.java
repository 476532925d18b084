package dev.outwork.api.worker.spi;

import dev.outwork.api.worker.ExternalTaskExecution;

/** How a worker is called: on which threads, and in which transaction. */
public interface TaskDelivery {
  /**
   * Runs work on a thread of the worker's, soon; does not wait for its end.
   *
   * @throws RuntimeException if there is no thread to be had
   */
  void execute(Runnable work);

  /**
   * Calls the worker and reports what has come of it.
   *
   * <p>If the worker runs in a transaction, the report is made in the same one, and this returns
   * normally only if it has been committed.
   *
   * @throws NotReadyException if the worker cannot be called at present; nothing has happened
   * @throws Exception what the worker has thrown, or why its transaction was rolled back; nothing
   *     of it is kept
   */
  void deliver(ExternalTaskExecution execution, TaskReport report) throws Exception;

  /** The worker cannot be called yet, or any more. */
  class NotReadyException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
