package dev.outwork.engine.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a task soon, in another thread, whenever somebody wants it: one run at a time, and one more
 * after it for all who have come meanwhile.
 */
public final class OneAtATime {
  private final Executor executor;
  private final Runnable task;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  public OneAtATime(Executor executor, Runnable task) {
    this.executor = executor;
    this.task = task;
  }

  /**
   * A run begins after this was called.
   *
   * @throws java.util.concurrent.RejectedExecutionException if there is no thread for it; the next
   *     call tries again
   */
  public void run() {
    wanted.set(true);
    if (running.compareAndSet(false, true)) {
      start();
    }
  }

  private void start() {
    boolean started = false;
    try {
      executor.execute(this::whileWanted);
      started = true;
    } finally {
      if (!started) {
        running.set(false);
      }
    }
  }

  private void whileWanted() {
    try {
      while (wanted.getAndSet(false)) {
        task.run();
      }
    } finally {
      running.set(false);
    }
    // Somebody may have come when it had just looked.
    if (wanted.get()) {
      run();
    }
  }
}
