package dev.outwork.engine.waiting;

import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Does things when their time is up, by one timer for all: an executor keeps a timer of its own for
 * each, and what hangs on it, until its time even if it is cancelled.
 */
final class Deadlines {
  private final Timer timer;
  private final NavigableSet<Deadline> deadlines = new TreeSet<>(Deadline.IN_ORDER);
  private long last;
  private long timerAt = Long.MAX_VALUE;

  /**
   * @param at by {@link System#nanoTime}
   * @param number no two have the same
   */
  record Deadline(long at, long number, Runnable action) {
    private static final Comparator<Deadline> IN_ORDER =
        Comparator.comparingLong(Deadline::at).thenComparingLong(Deadline::number);
  }

  /** Does something later. */
  @FunctionalInterface
  interface Timer {
    void later(Duration delay, Runnable work);
  }

  Deadlines(Timer timer) {
    this.timer = timer;
  }

  synchronized Deadline add(long nanos, Runnable action) {
    Deadline deadline = new Deadline(System.nanoTime() + nanos, last++, action);
    deadlines.add(deadline);
    setTimer();
    return deadline;
  }

  synchronized void remove(Deadline deadline) {
    deadlines.remove(deadline);
  }

  private void setTimer() {
    if (!deadlines.isEmpty() && deadlines.first().at() < timerAt) {
      timerAt = deadlines.first().at();
      timer.later(Duration.ofNanos(timerAt - System.nanoTime()), this::pass);
    }
  }

  private void pass() {
    Deadline due = takeDue();
    while (due != null) {
      due.action().run();
      due = takeDue();
    }
  }

  // Once nothing more is due the next timer is set.
  private synchronized Deadline takeDue() {
    if (!deadlines.isEmpty() && deadlines.first().at() <= System.nanoTime()) {
      return deadlines.pollFirst();
    }
    timerAt = Long.MAX_VALUE;
    setTimer();
    return null;
  }
}
