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
 * Somebody who fetches and reports under one worker id; locks for five minutes at a time.
 *
 * <p>What the engine refuses, such as a report on a task that somebody else has locked, is thrown
 * as {@link ExternalTaskService} says. Variables are plain Java values as {@link
 * TypedValue#untyped} takes them, or typed ones.
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

  /** Locks everything that there is on the topics, up to 100 tasks. */
  public List<LockedExternalTask> fetches(String... topics) {
    return fetches(MANY, topics);
  }

  /**
   * Locks tasks of the topics.
   *
   * @param most how many at the most, over all topics together
   */
  public List<LockedExternalTask> fetches(int most, String... topics) {
    Topic[] all = new Topic[topics.length];
    for (int i = 0; i < topics.length; i++) {
      all[i] = Topic.of(topics[i], LOCK);
    }
    return externalTasks().fetchAndLock(FetchAndLock.of(id, most, all));
  }

  /**
   * Locks the one task of a topic.
   *
   * @throws AssertionError if there are more, or none that can be fetched
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

  /** Fetches the one task of a topic and completes it. */
  public void does(String topic) {
    does(topic, Map.of());
  }

  /** Fetches the one task of a topic and completes it with variables. */
  public void does(String topic, Map<String, ?> variables) {
    completes(fetchesOne(topic), variables);
  }

  /**
   * Fetches the one task of a topic and calls a worker with it, as the engine calls one inside a
   * server: in a transaction in which the task is completed, or the error raised if it throws a
   * {@link dev.outwork.api.worker.BpmnError}. If it throws anything else, a failure is reported,
   * with retries as the element says, else as {@link dev.outwork.api.worker.RetryPolicy#DEFAULT};
   * but a failed assertion is thrown on.
   */
  public void does(String topic, ExternalTaskListener worker) {
    engine.container().call(worker, fetchesOne(topic), id);
  }

  /**
   * Reports that a task could not be done, with the message {@code it did not work}.
   *
   * @param retries how often it may still be tried; 0 raises an incident
   * @param retryTimeout how long until it may be fetched again
   */
  public void fails(LockedExternalTask task, int retries, Duration retryTimeout) {
    fails(task, "it did not work", retries, retryTimeout);
  }

  /**
   * Reports that a task could not be done.
   *
   * @param errorMessage may be null
   * @param retries how often it may still be tried; 0 raises an incident
   * @param retryTimeout how long until it may be fetched again
   */
  public void fails(
      LockedExternalTask task, String errorMessage, int retries, Duration retryTimeout) {
    externalTasks()
        .handleFailure(task.task().id(), id, Failure.of(errorMessage, retries, retryTimeout));
  }

  /** Ends a task with a BPMN error, without variables. */
  public void raises(LockedExternalTask task, String errorCode) {
    raises(task, errorCode, Map.of());
  }

  /** Ends a task with a BPMN error. */
  public void raises(LockedExternalTask task, String errorCode, Map<String, ?> variables) {
    externalTasks().handleBpmnError(task.task().id(), id, errorCode, "no good", typed(variables));
  }

  /** Makes its lock on a task end this long from now. */
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
