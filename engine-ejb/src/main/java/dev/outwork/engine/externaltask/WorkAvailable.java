package dev.outwork.engine.externaltask;

import java.util.Set;

/**
 * Told within the transaction that makes tasks of these topics fetchable; meant for those who wait,
 * after its commit.
 *
 * @param isNew whether the tasks have just been created; if not, they may stand anywhere in the
 *     queue
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

  /** A task without a topic is of no use to anybody who waits. */
  static WorkAvailable again(TaskRow task) {
    return again(task.topicName() == null ? Set.of() : Set.of(task.topicName()));
  }
}
