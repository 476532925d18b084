package dev.outwork.engine.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a task asynchronously on request: one run at a time, and one more afterwards for all
 * requests that arrived during it.
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
   * Requests a run that starts after this call.
   *
   * @throws java.util.concurrent.RejectedExecutionException if no thread is available; the next
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
    // A request may have arrived after the last check.
    if (wanted.get()) {
      run();
    }
  }
}
