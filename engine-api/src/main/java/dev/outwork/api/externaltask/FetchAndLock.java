package dev.outwork.api.externaltask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A worker's request for work (docs/rest-api.md, "Fetch and lock").
 *
 * @param workerId required, at most 255 characters
 * @param maxTasks how many tasks at the most, over all topics together; at least 0
 * @param usePriority whether tasks of higher priority come first
 * @param createTimeOrder what decides (after the priority); null if nothing was asked for, and then
 *     the oldest come first, split fairly between the topics
 * @param topics what the worker can do
 */
public record FetchAndLock(
    String workerId,
    int maxTasks,
    boolean usePriority,
    CreateTimeOrder createTimeOrder,
    List<Topic> topics) {
  public FetchAndLock {
    topics = List.copyOf(topics);
  }

  /** Oldest or newest first. */
  public enum CreateTimeOrder {
    ASCENDING,
    DESCENDING
  }

  /** The topics by their names; of several entries for one topic the last one counts. */
  public Map<String, Topic> topicsByName() {
    Map<String, Topic> byName = new LinkedHashMap<>();
    topics.forEach(topic -> byName.put(topic.topicName(), topic));
    return byName;
  }

  /** Any order, one topic or more. */
  public static FetchAndLock of(String workerId, int maxTasks, Topic... topics) {
    return new FetchAndLock(workerId, maxTasks, false, null, List.of(topics));
  }
}
