package dev.outwork.engine.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Since when workers have the tasks that this node has handed out. Of a task whose end another node
 * is told, nobody tells this one: it stays until newer ones take its place.
 */
final class TasksInHand {
  static final int MOST = 20_000;

  private final Map<String, Instant> fetchedAt = new LinkedHashMap<>();

  /** How long a completed task was in hand; null for anything else, and if it is not known. */
  synchronized Duration note(TaskEvent what, String taskId, Instant now) {
    return switch (what) {
      case CREATED -> null;
      case FETCHED -> {
        fetched(taskId, now);
        yield null;
      }
      case FAILED, EXHAUSTED, BPMN_ERROR, LOCK_EXPIRED -> {
        fetchedAt.remove(taskId);
        yield null;
      }
      case COMPLETED -> {
        Instant begin = fetchedAt.remove(taskId);
        yield begin == null ? null : Duration.between(begin, now);
      }
    };
  }

  private void fetched(String taskId, Instant now) {
    fetchedAt.remove(taskId);
    fetchedAt.put(taskId, now);
    if (fetchedAt.size() > MOST) {
      Iterator<String> oldestFirst = fetchedAt.keySet().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
  }
}
