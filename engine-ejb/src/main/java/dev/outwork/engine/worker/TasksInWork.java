package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.LockedExternalTask;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks in progress of a worker, and its free places. */
final class TasksInWork {
  private final int most;
  private final Map<String, LockedExternalTask> tasks = new LinkedHashMap<>();

  TasksInWork(int most) {
    this.most = most;
  }

  synchronized int room() {
    return most - tasks.size();
  }

  synchronized void add(Collection<LockedExternalTask> fetched) {
    fetched.forEach(task -> tasks.put(task.task().id(), task));
  }

  synchronized void remove(LockedExternalTask task) {
    tasks.remove(task.task().id());
    notifyAll();
  }

  synchronized boolean has(LockedExternalTask task) {
    return tasks.containsKey(task.task().id());
  }

  synchronized List<LockedExternalTask> all() {
    return List.copyOf(tasks.values());
  }

  /** Waits for the tasks in progress, but not longer than that; returns the remaining ones. */
  synchronized List<LockedExternalTask> awaitEnd(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (!tasks.isEmpty()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          break;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return all();
  }
}
