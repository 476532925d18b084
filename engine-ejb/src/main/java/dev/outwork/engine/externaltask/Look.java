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

  /**
   * Where the queue of a topic begins after it; null if that is not known.
   *
   * @param drainedFrom where a queue begins of which nothing was left
   * @param known what was known before; null if nothing
   */
  QueueHead headAfter(String topic, Instant drainedFrom, QueueHead known) {
    QueueHead begin = heads.getOrDefault(topic, QueueHead.ANYWHERE);
    if (hasDrained()) {
      return begin.isOfAnyPriority() ? QueueHead.drained(drainedFrom) : null;
    }
    TaskRow last = lastTaken(topic);
    if (last == null) {
      return isWhole() && known != null ? known : begin;
    }
    if (!request.usePriority()) {
      return QueueHead.behind(last);
    }
    // Above the head only what is new can be, of which there may be more.
    return begin.isOfAnyPriority() || begin.leastPriority() == last.priority()
        ? QueueHead.behindInPriority(last)
        : begin;
  }

  private TaskRow lastTaken(String topic) {
    return taken.stream()
        .filter(task -> topic.equals(task.topicName()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
