package dev.outwork.engine.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Since when workers have the tasks that this node has handed out. This node is not told when a
 * task is reported to another one, or is cancelled: such a task stays until newer ones take its
 * place. A lock that expires ends nothing: its worker may still complete the task, and whoever
 * fetches it next takes its place.
 */
final class TasksInHand {
  static final int MOST = 20_000;

  private final Map<String, Instant> fetchedAt = new LinkedHashMap<>();

  /** How long a completed task was in hand; null for anything else, and if it is not known. */
  Duration note(TaskEvent what, String taskId, Instant now) {
    return switch (what) {
      case CREATED, LOCK_EXPIRED -> null;
      case FETCHED -> {
        fetched(taskId, now);
        yield null;
      }
      case FAILED, EXHAUSTED, BPMN_ERROR -> {
        ended(taskId);
        yield null;
      }
      case COMPLETED -> {
        Instant begin = ended(taskId);
        yield begin == null ? null : Duration.between(begin, now);
      }
    };
  }

  /** Since when it was in hand; null if that is not known. */
  private synchronized Instant ended(String taskId) {
    return fetchedAt.remove(taskId);
  }

  private synchronized void fetched(String taskId, Instant now) {
    fetchedAt.remove(taskId);
    fetchedAt.put(taskId, now);
    if (fetchedAt.size() > MOST) {
      Iterator<String> oldestFirst = fetchedAt.keySet().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
  }
}
