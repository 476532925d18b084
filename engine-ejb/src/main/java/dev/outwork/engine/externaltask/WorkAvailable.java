package dev.outwork.engine.externaltask;

import java.util.Set;

/**
 * Fired within the transaction that makes tasks of these topics fetchable; observed after its
 * commit by waiting workers.
 *
 * @param isNew whether the tasks were just created; otherwise they may be anywhere in the queue
 */
public record WorkAvailable(Set<String> topics, boolean isNew) {
  public WorkAvailable {
    topics = Set.copyOf(topics);
  }

  static WorkAvailable created(Set<String> topics) {
    return new WorkAvailable(topics, true);
  }

  static WorkAvailable again(Set<String> topics) {
    return new WorkAvailable(topics, false);
  }

  /** A task without a topic can never be fetched. */
  static WorkAvailable again(TaskRow task) {
    return again(task.topicName() == null ? Set.of() : Set.of(task.topicName()));
  }
}
