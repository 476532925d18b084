package dev.outwork.api.worker;

import dev.outwork.api.externaltask.Topic;
import java.time.Duration;

/**
 * What a worker inside the server takes, and how.
 *
 * @param topic which tasks, for how long they are locked at a time, and what is brought along. The
 *     lock is extended while the work goes on, so its length says how soon another node takes over
 *     when this one dies
 * @param maxTasks how many tasks are worked on at the same time on one node; from 1 to {@link
 *     #MOST_TASKS}
 * @param usePriority whether tasks of higher priority come first
 * @param retryPolicy what happens when the worker throws, unless the element says otherwise
 */
public record WorkerOptions(
    Topic topic, int maxTasks, boolean usePriority, RetryPolicy retryPolicy) {
  /** How many tasks one worker can have at a time. */
  public static final int MOST_TASKS = 1_000;

  /** The shortest lock: it has to be extended in time. */
  public static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);

  /** The longest name of a topic, in characters. */
  public static final int LONGEST_TOPIC_NAME = 255;

  public WorkerOptions {
    String name = topic.topicName();
    require(name != null && !name.isBlank(), "A worker has no topic: give it a topicName");
    require(
        name.length() <= LONGEST_TOPIC_NAME,
        "The topicName of a worker has %d characters: at most %d are possible",
        name.length(),
        LONGEST_TOPIC_NAME);
    require(
        maxTasks >= 1 && maxTasks <= MOST_TASKS,
        "The worker of topic '%s' has maxTasks %d: 1 to %d is possible",
        name,
        maxTasks,
        MOST_TASKS);
    require(
        topic.lockDuration().compareTo(SHORTEST_LOCK) >= 0
            && topic.lockDuration().compareTo(RetryPolicy.LONGEST_DELAY) <= 0,
        "The worker of topic '%s' has a lockDuration of %d ms: from %d ms to 36500 days is possible",
        name,
        topic.lockDuration().toMillis(),
        SHORTEST_LOCK.toMillis());
  }

  /** One worker for a topic, with the defaults of {@link ExternalTaskSubscription}. */
  public static WorkerOptions of(String topicName) {
    return new WorkerOptions(
        Topic.of(topicName, Duration.ofMillis(ExternalTaskSubscription.DEFAULT_LOCK_DURATION)),
        ExternalTaskSubscription.DEFAULT_MAX_TASKS,
        true,
        RetryPolicy.DEFAULT);
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }
}
