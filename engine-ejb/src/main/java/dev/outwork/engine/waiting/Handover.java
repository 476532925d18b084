package dev.outwork.engine.waiting;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ensures that locks of fetched tasks start when they are handed over. A hanging database may
 * answer long after it has locked: the locks are then renewed, and tasks that no longer belong to
 * the worker are left out.
 */
final class Handover {
  private static final int MOST_RENEWALS = 3;

  // Duration of a fetch on a busy machine; above it, a tenth of the lock duration.
  private static final Duration ALWAYS_PUNCTUAL = Duration.ofMillis(100);
  private static final Duration ALWAYS_LATE = Duration.ofSeconds(1);
  private static final int PART_OF_LOCK = 10;

  private final ExternalTaskService externalTasks;
  private final Clock clock;

  Handover(ExternalTaskService externalTasks, Clock clock) {
    this.externalTasks = externalTasks;
    this.clock = clock;
  }

  /** The fetched tasks with locks that start now. */
  List<LockedExternalTask> handedOver(FetchAndLock request, List<LockedExternalTask> fetched) {
    List<LockedExternalTask> tasks = fetched;
    for (int i = 0; i < MOST_RENEWALS && anyIsLate(request, tasks); i++) {
      tasks = externalTasks.renew(request, tasks);
    }
    return withoutExpired(tasks);
  }

  private boolean anyIsLate(FetchAndLock request, List<LockedExternalTask> tasks) {
    if (tasks.isEmpty()) {
      return false;
    }
    Map<String, Topic> topics = request.topicsByName();
    Instant now = clock.instant();
    return tasks.stream()
        .anyMatch(task -> isLate(task, topics.get(task.task().topicName()).lockDuration(), now));
  }

  private static boolean isLate(LockedExternalTask task, Duration lock, Instant now) {
    Instant punctualEnd = now.plus(lock).minus(tolerance(lock));
    return task.task().lockExpirationTime().isBefore(punctualEnd);
  }

  private static Duration tolerance(Duration lock) {
    Duration part = lock.dividedBy(PART_OF_LOCK);
    return Collections.max(List.of(ALWAYS_PUNCTUAL, Collections.min(List.of(part, ALWAYS_LATE))));
  }

  // Another worker may be working on it already.
  private List<LockedExternalTask> withoutExpired(List<LockedExternalTask> tasks) {
    if (tasks.isEmpty()) {
      return tasks;
    }
    Instant now = clock.instant();
    Map<Boolean, List<LockedExternalTask>> byLife =
        tasks.stream()
            .collect(
                Collectors.partitioningBy(task -> task.task().lockExpirationTime().isAfter(now)));
    if (!byLife.get(false).isEmpty()) {
      externalTasks.giveBack(byLife.get(false));
    }
    return byLife.get(true);
  }
}
