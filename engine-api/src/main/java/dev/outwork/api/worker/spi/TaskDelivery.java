package dev.outwork.api.worker.spi;

import dev.outwork.api.worker.ExternalTaskExecution;

/** Calls a worker: defines the threads and the transaction. */
public interface TaskDelivery {
  /**
   * Submits work to a thread of the worker; does not wait for its end.
   *
   * @throws RuntimeException if no thread is available
   */
  void execute(Runnable work);

  /**
   * Calls the worker and reports the outcome.
   *
   * <p>If the worker runs in a transaction, the report is part of it, and this method returns
   * normally only after the commit.
   *
   * @throws NotReadyException if the worker cannot be called at present; nothing has happened
   * @throws Exception the exception of the worker, or the reason why its transaction was rolled
   *     back
   */
  void deliver(ExternalTaskExecution execution, DeliveryReport report) throws Exception;

  /** The worker cannot be called yet, or any longer. */
  class NotReadyException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
