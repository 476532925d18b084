package dev.outwork.api.worker.spi;

import dev.outwork.api.worker.WorkerOptions;

/** Keeps workers inside the server supplied with tasks. */
public interface WorkerService {
  /**
   * Begins to fetch tasks and to deliver them.
   *
   * @param name of the worker, for logs and as the beginning of its worker id; at most 100
   *     characters are used
   * @throws IllegalArgumentException if the configuration overrides an option with a value that is
   *     not possible
   */
  WorkerSubscription subscribe(String name, WorkerOptions options, TaskDelivery delivery);

  /**
   * Ends all workers: they get no more tasks, and what is under way may finish within the drain
   * time or is given back. Whoever else waits for tasks gets an empty list. Returns when no
   * transaction of a worker and no fetch is under way any more; a second call does nothing.
   */
  void close();
}
