package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FetchAndLock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The result of a claim on the queues of its topics; fired within its transaction, and valid once
 * that has committed.
 *
 * @param heads the positions from which the claim scanned, by topic; empty if it scanned everything
 * @param at time of the engine at its start
 * @param stamp of the {@link QueueHeads} at its start
 * @param nanos its duration
 * @param taken the claimed tasks in the requested order
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

  /** Whether there were fewer tasks than requested. */
  boolean hasDrained() {
    return taken.size() < request.maxTasks();
  }

  /** Whether the claim cannot have missed tasks, except for those put back without notification. */
  boolean isConclusive() {
    return isWhole() || !taken.isEmpty() || heads.values().stream().allMatch(QueueHead::isDrained);
  }

  /**
   * The head of a topic's queue after the claim; null if it is unknown.
   *
   * @param drainedFrom head of a queue that the claim emptied
   * @param known the head known before; null if none
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
    // Only new tasks can be above the head, and there may be more of them.
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
