package dev.outwork.engine.testkit;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Somebody who fetches and reports under one worker id; locks for five minutes unless told
 * otherwise.
 */
public record TestWorker(ExternalTaskService externalTasks, String id) {
  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final int MANY = 100;

  /** Everything that there is on the topics. */
  public List<LockedExternalTask> fetches(String... topics) {
    return fetches(MANY, topics);
  }

  public List<LockedExternalTask> fetches(int most, String... topics) {
    Topic[] all = new Topic[topics.length];
    for (int i = 0; i < topics.length; i++) {
      all[i] = Topic.of(topics[i], LOCK);
    }
    return externalTasks.fetchAndLock(FetchAndLock.of(id, most, all));
  }

  /** The one task of a topic. */
  public LockedExternalTask fetchesOne(String topic) {
    List<LockedExternalTask> tasks = fetches(topic);
    if (tasks.size() != 1) {
      throw new AssertionError("Topic '%s' has %d tasks".formatted(topic, tasks.size()));
    }
    return tasks.get(0);
  }

  public void completes(LockedExternalTask task) {
    completes(task, Map.of());
  }

  public void completes(LockedExternalTask task, Map<String, TypedValue> variables) {
    externalTasks.complete(task.task().id(), id, variables, Map.of());
  }

  /** Fetches the one task of a topic and completes it. */
  public void does(String topic) {
    completes(fetchesOne(topic));
  }

  public void fails(LockedExternalTask task, int retries, Duration retryTimeout) {
    externalTasks.handleFailure(
        task.task().id(), id, Failure.of("it did not work", retries, retryTimeout));
  }

  public void raises(LockedExternalTask task, String errorCode) {
    externalTasks.handleBpmnError(task.task().id(), id, errorCode, "no good", Map.of());
  }
}
