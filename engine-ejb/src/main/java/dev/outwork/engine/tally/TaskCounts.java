package dev.outwork.engine.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What has happened to tasks on this node since it started, by topic. */
@ApplicationScoped
public class TaskCounts {
  /** Stands for all topics that came after the first {@link #MOST_TOPICS}. */
  public static final String OTHER_TOPICS = "";

  private static final int MOST_TOPICS = 10_000;

  private final Map<String, TopicCount> byTopic = new ConcurrentHashMap<>();

  void count(TasksHappened happened) {
    happened.tasks().stream()
        .filter(task -> task.topicName() != null)
        .forEach(task -> of(task.topicName()).count(happened.what(), task.waited()));
  }

  private TopicCount of(String topicName) {
    TopicCount count = byTopic.get(topicName);
    if (count != null) {
      return count;
    }
    String name = byTopic.size() < MOST_TOPICS ? topicName : OTHER_TOPICS;
    return byTopic.computeIfAbsent(name, any -> new TopicCount());
  }

  /** The counts of each topic so far. */
  public Map<String, TopicCount.Sum> byTopic() {
    Map<String, TopicCount.Sum> sums = new TreeMap<>();
    byTopic.forEach((topic, count) -> sums.put(topic, count.sum()));
    return sums;
  }
}
