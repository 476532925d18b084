package dev.outwork.engine.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What has happened to tasks on this node since it started, by topic. */
@ApplicationScoped
public class TaskCounts {
  /** Stands for all topics that came after the first {@link #MOST_TOPICS}. */
  public static final String OTHER_TOPICS = "";

  private static final int MOST_TOPICS = 10_000;

  @Inject private Clock clock;

  private final TasksInHand inHand = new TasksInHand();
  private final Map<String, TopicCount> byTopic = new ConcurrentHashMap<>();

  void count(TasksHappened happened) {
    Instant now = clock.instant();
    for (TasksHappened.Task task : happened.tasks()) {
      Duration worked = inHand.note(happened.what(), task.id(), now);
      if (task.topicName() != null) {
        of(task.topicName()).count(happened.what(), task.waited(), worked);
      }
    }
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
