package dev.outwork.engine.externaltask;

import dev.outwork.api.history.LeaseEvent;
import dev.outwork.api.history.LeaseEvent.Kind;
import dev.outwork.engine.history.LeaseEventStore;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes down what happens to locks; unless the operator wants it, nothing. */
@Collaborator
@Dependent
class LeaseLog {
  private final LeaseEventStore store;

  @Inject
  LeaseLog(LeaseEventStore store) {
    this.store = store;
  }

  /** Tasks as they are after their fetch. */
  void fetched(List<TaskRow> tasks, Instant now) {
    if (store.wants(Kind.FETCHED) && !tasks.isEmpty()) {
      store.append(
          tasks.stream()
              .map(task -> event(Kind.FETCHED, task, task.workerId(), task.lockedUntil(), now))
              .toList());
    }
  }

  void expired(List<LostTask> tasks, Instant now) {
    if (store.wants(Kind.EXPIRED) && !tasks.isEmpty()) {
      store.append(
          tasks.stream()
              .map(
                  task ->
                      new LeaseEvent(
                          null,
                          now,
                          Kind.EXPIRED,
                          task.id(),
                          task.topicName(),
                          task.workerId(),
                          null,
                          task.processInstanceId()))
              .toList());
    }
  }

  /**
   * @param until the new end of the lock; null if it has none
   */
  void changed(Kind kind, TaskRow task, String workerId, Instant until, Instant now) {
    if (store.wants(kind)) {
      store.append(List.of(event(kind, task, workerId, until, now)));
    }
  }

  private static LeaseEvent event(
      Kind kind, TaskRow task, String workerId, Instant until, Instant now) {
    return new LeaseEvent(
        null, now, kind, task.id(), task.topicName(), workerId, until, task.processInstanceId());
  }
}
