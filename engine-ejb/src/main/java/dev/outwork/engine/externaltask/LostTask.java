package dev.outwork.engine.externaltask;

import dev.outwork.engine.tally.TaskEvent;
import dev.outwork.engine.tally.TasksHappened;
import java.util.List;
import java.util.Optional;

/**
 * A task whose lock has expired before its worker reported.
 *
 * @param workerId who has lost it
 */
record LostTask(String id, String topicName, String processInstanceId, String workerId) {
  /**
   * @param workerId null if nobody has lost it
   */
  static Optional<LostTask> of(TaskRow task, String workerId) {
    return Optional.ofNullable(workerId)
        .map(loser -> new LostTask(task.id(), task.topicName(), task.processInstanceId(), loser));
  }

  static TasksHappened happened(List<LostTask> lost) {
    return new TasksHappened(
        TaskEvent.LOCK_EXPIRED,
        lost.stream()
            .map(task -> new TasksHappened.Task(task.id(), task.topicName(), task.workerId(), null))
            .toList());
  }
}
