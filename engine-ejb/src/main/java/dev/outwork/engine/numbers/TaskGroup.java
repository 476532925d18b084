package dev.outwork.engine.numbers;

import dev.outwork.engine.database.Row;
import java.time.Instant;

/**
 * Open tasks of a topic that are in the same situation.
 *
 * @param workerId who has locked them; null if nobody
 * @param oldest when the oldest of them was created; null if they cannot be fetched
 */
record TaskGroup(
    String topicName, Situation situation, String workerId, long tasks, Instant oldest) {
  /** The situation of an open task. */
  enum Situation {
    WAITING,
    LOCKED,
    EXHAUSTED,
    SUSPENDED
  }

  static TaskGroup read(Row row) {
    return new TaskGroup(
        row.text("topic_name"),
        row.constant("situation", Situation.class),
        row.text("worker_id"),
        row.number("tasks"),
        row.instant("oldest"));
  }
}
