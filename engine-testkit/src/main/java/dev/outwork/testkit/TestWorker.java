package dev.outwork.testkit;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.worker.ExternalTaskListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A worker that fetches and reports under one worker id; it locks for five minutes.
 *
 * <p>Refusals of the engine, such as for a task that another worker has locked, are thrown as
 * documented in {@link ExternalTaskService}. Variables are plain Java values of the types of {@link
 * TypedValue#untyped}, or typed values.
 */
public final class TestWorker {
  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final int MANY = 100;

  private final TestEngine engine;
  private final String id;

  TestWorker(TestEngine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  /** The worker id. */
  public String id() {
    return id;
  }

  /** Locks all available tasks of the topics, up to 100. */
  public List<LockedExternalTask> fetches(String... topics) {
    return fetches(MANY, topics);
  }

  /**
   * Locks tasks of the topics.
   *
   * @param most maximum number over all topics
   */
  public List<LockedExternalTask> fetches(int most, String... topics) {
    Topic[] all = new Topic[topics.length];
    for (int i = 0; i < topics.length; i++) {
      all[i] = Topic.of(topics[i], LOCK);
    }
    return externalTasks().fetchAndLock(FetchAndLock.of(id, most, all));
  }

  /**
   * Locks the only task of a topic.
   *
   * @throws AssertionError unless exactly one can be fetched
   */
  public LockedExternalTask fetchesOne(String topic) {
    List<LockedExternalTask> tasks = fetches(topic);
    if (tasks.size() != 1) {
      throw new AssertionError(
          "Expected one task of topic '%s' for worker '%s' to fetch, but there are %s"
              .formatted(topic, id, tasks.isEmpty() ? "none" : placesOf(tasks)));
    }
    return tasks.get(0);
  }

  private static String placesOf(List<LockedExternalTask> tasks) {
    return tasks.size()
        + ": "
        + tasks.stream()
            .map(LockedExternalTask::task)
            .map(
                task ->
                    "'%s' of instance %s".formatted(task.activityId(), task.processInstanceId()))
            .collect(Collectors.joining(", "));
  }

  /** Completes a task without variables. */
  public void completes(LockedExternalTask task) {
    completes(task, Map.of());
  }

  /** Completes a task. */
  public void completes(LockedExternalTask task, Map<String, ?> variables) {
    externalTasks().complete(task.task().id(), id, typed(variables), Map.of());
  }

  /** Fetches the only task of a topic and completes it. */
  public void does(String topic) {
    does(topic, Map.of());
  }

  /** Fetches the only task of a topic and completes it with variables. */
  public void does(String topic, Map<String, ?> variables) {
    completes(fetchesOne(topic), variables);
  }

  /**
   * Fetches the only task of a topic and calls a worker with it, as the engine does inside a
   * server: in a transaction that also completes the task, or raises the error if the worker throws
   * a {@link dev.outwork.api.worker.BpmnError}. Any other exception is reported as a failure, with
   * the retries of the element, or of {@link dev.outwork.api.worker.RetryPolicy#DEFAULT}; but a
   * failed assertion is rethrown.
   */
  public void does(String topic, ExternalTaskListener worker) {
    engine.container().call(worker, fetchesOne(topic), id);
  }

  /**
   * Reports a failure with the message {@code it did not work}.
   *
   * @param retries remaining retries; 0 creates an incident
   * @param retryTimeout delay before the task can be fetched again
   */
  public void fails(LockedExternalTask task, int retries, Duration retryTimeout) {
    fails(task, "it did not work", retries, retryTimeout);
  }

  /**
   * Reports a failure.
   *
   * @param errorMessage may be null
   * @param retries remaining retries; 0 creates an incident
   * @param retryTimeout delay before the task can be fetched again
   */
  public void fails(
      LockedExternalTask task, String errorMessage, int retries, Duration retryTimeout) {
    externalTasks()
        .handleFailure(task.task().id(), id, Failure.of(errorMessage, retries, retryTimeout));
  }

  /** Raises a BPMN error, without variables. */
  public void raises(LockedExternalTask task, String errorCode) {
    raises(task, errorCode, Map.of());
  }

  /** Raises a BPMN error. */
  public void raises(LockedExternalTask task, String errorCode, Map<String, ?> variables) {
    externalTasks().handleBpmnError(task.task().id(), id, errorCode, "no good", typed(variables));
  }

  /** Sets the lock of a task to expire this long from now. */
  public void extendsLock(LockedExternalTask task, Duration fromNow) {
    externalTasks().extendLock(task.task().id(), id, fromNow);
  }

  static Map<String, TypedValue> typed(Map<String, ?> variables) {
    Map<String, TypedValue> typed = new LinkedHashMap<>();
    variables.forEach((name, value) -> typed.put(name, TypedValue.untyped(value)));
    return typed;
  }

  private ExternalTaskService externalTasks() {
    return engine.externalTasks();
  }
}
