package dev.outwork.engine.numbers;

import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.tally.TaskEvent;
import dev.outwork.engine.tally.TopicCount.Sum;
import java.time.Instant;

/**
 * What has happened at a topic on a node since it last wrote that.
 *
 * @param waiting fetchable tasks at the end; null if nobody has looked
 */
record IntervalRow(
    String node,
    String topicName,
    Instant endedAt,
    long created,
    long completed,
    long failed,
    long lockExpired,
    Long waiting) {
  static final Insert<IntervalRow> INSERT =
      Insert.<IntervalRow>into("topic_interval")
          .column("id", row -> Ids.next())
          .column("node_name", IntervalRow::node)
          .column("topic_name", IntervalRow::topicName)
          .column("ended_at", IntervalRow::endedAt)
          .column("created", IntervalRow::created)
          .column("completed", IntervalRow::completed)
          .column("failed", IntervalRow::failed)
          .column("lock_expired", IntervalRow::lockExpired)
          .column("waiting", IntervalRow::waiting);

  static IntervalRow between(
      Sum before, Sum now, String node, String topicName, Instant endedAt, Long waiting) {
    return new IntervalRow(
        node,
        topicName,
        endedAt,
        now.of(TaskEvent.CREATED) - before.of(TaskEvent.CREATED),
        now.of(TaskEvent.COMPLETED) - before.of(TaskEvent.COMPLETED),
        failures(now) - failures(before),
        now.of(TaskEvent.LOCK_EXPIRED) - before.of(TaskEvent.LOCK_EXPIRED),
        waiting);
  }

  private static long failures(Sum sum) {
    return sum.of(TaskEvent.FAILED) + sum.of(TaskEvent.EXHAUSTED);
  }

  boolean saysSomething() {
    return waiting != null || created + completed + failed + lockExpired > 0;
  }
}
