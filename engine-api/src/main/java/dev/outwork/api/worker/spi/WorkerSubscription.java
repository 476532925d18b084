package dev.outwork.api.worker.spi;

/** A worker that is supplied with tasks. */
public interface WorkerSubscription extends AutoCloseable {
  /**
   * Fetches no more, gives back what nobody has begun, and waits for what is under way, but no
   * longer than the engine's drain timeout. The locks of what is still under way then are given up,
   * so that its completion is refused and another worker does it again.
   */
  @Override
  void close();
}
