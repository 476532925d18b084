package dev.outwork.engine.waiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does things when their time is up, by one timer for all: an executor keeps a timer of its own for
 * each, and what hangs on it, until its time even if it is cancelled. What is due together is done
 * by several threads, so that one that hangs keeps a few others at the most.
 */
final class Deadlines {
  private static final Logger LOG = Logger.getLogger(Deadlines.class.getName());
  private static final int TOGETHER = 20;
  private static final Duration LATE = Duration.ofMillis(500);

  private final Timer timer;
  private final Executor executor;
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

  Deadlines(Timer timer, Executor executor) {
    this.timer = timer;
    this.executor = executor;
  }

  /**
   * @param at by {@link System#nanoTime}; it may have passed
   */
  synchronized Deadline add(long at, Runnable action) {
    Deadline deadline = new Deadline(at, last++, action);
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
      timer.later(Duration.ofNanos(Math.max(0, timerAt - System.nanoTime())), this::pass);
    }
  }

  private void pass() {
    List<Deadline> due = takeDue();
    for (int from = 0; from < due.size(); from += TOGETHER) {
      List<Deadline> some = due.subList(from, Math.min(from + TOGETHER, due.size()));
      executor.execute(() -> act(some));
    }
  }

  private static void act(List<Deadline> due) {
    due.forEach(deadline -> deadline.action().run());
    Duration late = Duration.ofNanos(System.nanoTime() - due.get(0).at());
    if (late.compareTo(LATE) > 0) {
      LOG.log(
          Level.WARNING,
          "{0} waiting requests ended up to {1} ms late: this server is overloaded",
          new Object[] {due.size(), late.toMillis()});
    }
  }

  // The next timer is set before anything is done: what is done may hang.
  private synchronized List<Deadline> takeDue() {
    List<Deadline> due = new ArrayList<>();
    while (!deadlines.isEmpty() && deadlines.first().at() <= System.nanoTime()) {
      due.add(deadlines.pollFirst());
    }
    timerAt = Long.MAX_VALUE;
    setTimer();
    return due;
  }
}
