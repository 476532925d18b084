package dev.outwork.api.worker.spi;

/** A worker that receives tasks. */
public interface WorkerSubscription extends AutoCloseable {
  /**
   * Stops fetching, releases tasks that no worker has started, and waits for those in progress, but
   * no longer than the drain timeout of the engine. After that, the locks of the remaining tasks
   * are released, so that their completion is refused and another worker does them again.
   */
  @Override
  void close();
}
