package dev.outwork.api.worker.spi;

import dev.outwork.api.worker.WorkerOptions;

/** Supplies workers inside the server with tasks. */
public interface WorkerService {
  /**
   * Starts to fetch tasks and to deliver them.
   *
   * @param name of the worker, for logs and as prefix of its worker id; cut to 100 characters
   * @throws IllegalArgumentException if the configuration overrides an option with a value that is
   *     not allowed
   */
  WorkerSubscription subscribe(String name, WorkerOptions options, TaskDelivery delivery);

  /**
   * Stops all workers. They get no more tasks; tasks in progress may finish within the drain
   * timeout, or are released. All other waiting callers get an empty list. Returns when no
   * transaction of a worker and no fetch is in progress; a second call does nothing.
   */
  void close();
}
