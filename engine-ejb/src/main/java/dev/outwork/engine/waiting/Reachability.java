package dev.outwork.engine.waiting;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Whether the database answers those who ask it for the waiting room: it counts as away when a
 * question has had no answer for five seconds, and none after it has had one.
 */
final class Reachability {
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

  private final LongSupplier nanoTime;
  private final AtomicReference<Long> unansweredSince = new AtomicReference<>();

  Reachability(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Somebody asks; if it fails nothing more is said. */
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
