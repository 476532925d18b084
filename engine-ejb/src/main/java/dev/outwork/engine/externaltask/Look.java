package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FetchAndLock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A claim has looked at the queues of its topics; told within its transaction, and true once that
 * has committed.
 *
 * @param heads from where, by topic; empty if it looked at everything
 * @param at time of the engine at its beginning
 * @param stamp of the {@link QueueHeads} at its beginning
 * @param nanos how long it took
 * @param taken in the order asked for
 */
record Look(
    FetchAndLock request,
    Map<String, QueueHead> heads,
    Instant at,
    long stamp,
    long nanos,
    List<TaskRow> taken) {
  boolean isWhole() {
    return heads.isEmpty();
  }

  /** Whether less was there than was asked for. */
  boolean hasDrained() {
    return taken.size() < request.maxTasks();
  }

  /** Whether nothing can have been missed but what was put back and not been told of. */
  boolean isConclusive() {
    return isWhole() || !taken.isEmpty() || heads.values().stream().allMatch(QueueHead::isDrained);
  }

  /** Where the queue of a topic begins after it; null if that is not known. */
  QueueHead headAfter(String topic, Instant drainedFrom) {
    QueueHead before = heads.getOrDefault(topic, QueueHead.ANYWHERE);
    if (hasDrained()) {
      return before.isOfAnyPriority() ? QueueHead.drained(drainedFrom) : null;
    }
    TaskRow last = null;
    for (TaskRow task : taken) {
      last = topic.equals(task.topicName()) ? task : last;
    }
    if (last == null) {
      return before;
    }
    if (!request.usePriority()) {
      return QueueHead.behind(last);
    }
    // Above the head only what is new can be, of which there may be more.
    return before.isOfAnyPriority() || before.leastPriority() == last.priority()
        ? QueueHead.behindInPriority(last)
        : before;
  }
}
