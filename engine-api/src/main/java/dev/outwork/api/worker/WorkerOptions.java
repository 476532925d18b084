package dev.outwork.api.worker;

import dev.outwork.api.externaltask.Topic;
import java.time.Duration;

/**
 * The options of a worker inside the server.
 *
 * @param topic topic, filters, lock duration and the data to return. The lock is extended while the
 *     work continues. So its duration determines how soon another node takes over after this one
 *     has died
 * @param maxTasks maximum number of tasks in progress at the same time on one node; from 1 to
 *     {@link #MOST_TASKS}
 * @param usePriority whether tasks of higher priority come first
 * @param retryPolicy applies when the worker throws, unless the element specifies otherwise
 * @param runAs the user on whose behalf the worker fetches, works and reports; null for nobody
 */
public record WorkerOptions(
    Topic topic, int maxTasks, boolean usePriority, RetryPolicy retryPolicy, String runAs) {
  /** Maximum number of tasks that one worker processes at a time. */
  public static final int MOST_TASKS = 1_000;

  /** The shortest lock duration; a shorter lock could not be extended in time. */
  public static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);

  /** The maximum length of a topic name, in characters. */
  public static final int LONGEST_TOPIC_NAME = 255;

  public WorkerOptions {
    runAs = runAs == null || runAs.isEmpty() ? null : runAs;
    String name = topic.topicName();
    require(name != null && !name.isBlank(), "A worker has no topic: set its topicName");
    require(
        name.length() <= LONGEST_TOPIC_NAME,
        "The topicName of a worker has %d characters: at most %d are allowed",
        name.length(),
        LONGEST_TOPIC_NAME);
    require(
        maxTasks >= 1 && maxTasks <= MOST_TASKS,
        "The worker of topic '%s' has maxTasks %d: it must be between 1 and %d",
        name,
        maxTasks,
        MOST_TASKS);
    require(
        topic.lockDuration().compareTo(SHORTEST_LOCK) >= 0
            && topic.lockDuration().compareTo(RetryPolicy.LONGEST_DELAY) <= 0,
        "The worker of topic '%s' has a lockDuration of %d ms: it must be between %d ms and 36500 days",
        name,
        topic.lockDuration().toMillis(),
        SHORTEST_LOCK.toMillis());
  }

  /** The options of a worker that works for nobody in particular. */
  public WorkerOptions(Topic topic, int maxTasks, boolean usePriority, RetryPolicy retryPolicy) {
    this(topic, maxTasks, usePriority, retryPolicy, null);
  }

  /** The same on behalf of this user; null for nobody. */
  public WorkerOptions runAs(String user) {
    return new WorkerOptions(topic, maxTasks, usePriority, retryPolicy, user);
  }

  /** A worker of a topic, with the defaults of {@link ExternalTaskSubscription}. */
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
