package dev.outwork.engine.waiting;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Whether the database answers the queries of the waiting room: it counts as unavailable when a
 * query has had no answer for five seconds, until one is answered again.
 */
final class Reachability {
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

  private final LongSupplier nanoTime;
  private final AtomicReference<Long> unansweredSince = new AtomicReference<>();

  Reachability(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A query starts; if it fails, nothing else is called. */
  void asked() {
    unansweredSince.compareAndSet(null, nanoTime.getAsLong());
  }

  void answered() {
    unansweredSince.set(null);
  }

  boolean isAway() {
    Long since = unansweredSince.get();
    return since != null && nanoTime.getAsLong() - since >= PATIENCE;
  }
}
