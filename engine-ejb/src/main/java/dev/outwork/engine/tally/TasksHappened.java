package dev.outwork.engine.tally;

import java.time.Duration;
import java.util.List;

/**
 * Fired within the transaction in which the same has happened to some tasks; counted after its
 * commit.
 */
public record TasksHappened(TaskEvent what, List<Task> tasks) {
  /**
   * A task to which it has happened.
   *
   * @param id of the task
   * @param topicName may be null
   * @param workerId who had it; null if nobody
   * @param waited time from its creation to its first fetch; null for anything else
   */
  public record Task(String id, String topicName, String workerId, Duration waited) {}
}
