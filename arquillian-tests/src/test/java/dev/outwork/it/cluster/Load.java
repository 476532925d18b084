package dev.outwork.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.it.server.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers that start instances of two steps, and workers that wait for tasks and complete them,
 * continuously and despite faults. They record what was acknowledged.
 */
public final class Load {
  public static final String KEY = "clustered";
  static final Duration LOCK = Duration.ofSeconds(4);

  /** start --> first (external) --> second (external) --> end */
  public static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://outwork.dev/tests">
        <process id="clustered" isExecutable="true" camunda:historyTimeToLive="5">
          <startEvent id="start"/>
          <sequenceFlow id="to-first" sourceRef="start" targetRef="first"/>
          <serviceTask id="first" camunda:type="external" camunda:topic="first"/>
          <sequenceFlow id="to-second" sourceRef="first" targetRef="second"/>
          <serviceTask id="second" camunda:type="external" camunda:topic="second"/>
          <sequenceFlow id="to-end" sourceRef="second" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  private static final int STARTERS = 2;
  private static final int WORKERS = 9;
  private static final int NO_CONTENT = 204;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Cluster cluster;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> running = new ArrayList<>();
  private final Set<String> started = ConcurrentHashMap.newKeySet();
  private final Set<String> completed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger completedTwice = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean starting = true;
  private volatile boolean working = true;

  private interface Step {
    void take() throws InterruptedException;
  }

  Load(Cluster cluster) {
    this.cluster = cluster;
  }

  void begin() {
    for (int i = 0; i < STARTERS; i++) {
      Caller caller = new Caller(cluster, i);
      running.add(threads.submit(() -> repeat(() -> start(caller), true)));
    }
    for (int i = 0; i < WORKERS; i++) {
      Caller caller = new Caller(cluster, i % cluster.size());
      String worker = "worker-" + i;
      running.add(threads.submit(() -> repeat(() -> work(caller, worker), false)));
    }
  }

  /** Starts nothing more. */
  void startNoMore() {
    starting = false;
  }

  /** Ends all callers; fails if one of them has met what it did not foresee. */
  void end() throws Exception {
    starting = false;
    working = false;
    for (Future<?> one : running) {
      one.get(1, TimeUnit.MINUTES);
    }
    threads.shutdownNow();
  }

  /** Instances whose start was acknowledged. */
  List<String> started() {
    return List.copyOf(started);
  }

  /** Tasks whose completion was acknowledged. */
  int completed() {
    return completed.size();
  }

  int completedTwice() {
    return completedTwice.get();
  }

  /** Answers that were an error; the caller tries again. */
  int refused() {
    return refused.get();
  }

  private void repeat(Step step, boolean starts) {
    try {
      while (starts ? starting : working) {
        step.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(Caller caller) throws InterruptedException {
    Optional<Caller.Answer> answer = caller.post("/process-definition/key/" + KEY + "/start", "{}");
    answer.filter(Caller.Answer::isOk).ifPresent(ok -> started.add(ok.body().path("id").asText()));
    note(answer);
    Pause.of(PAUSE);
  }

  private void work(Caller caller, String worker) throws InterruptedException {
    Optional<Caller.Answer> fetched = caller.post("/external-task/fetchAndLock", fetch(worker));
    note(fetched);
    if (fetched.filter(Caller.Answer::isOk).isEmpty()) {
      Pause.of(PAUSE);
      return;
    }
    for (JsonNode task : fetched.get().body()) {
      complete(caller, worker, task.path("id").asText());
    }
  }

  private static String fetch(String worker) {
    return """
        {"workerId": "%s", "maxTasks": 2, "asyncResponseTimeout": 2000, "topics": [
          {"topicName": "first", "lockDuration": %d}, {"topicName": "second", "lockDuration": %d}]}
        """
        .formatted(worker, LOCK.toMillis(), LOCK.toMillis());
  }

  // Retries an unacknowledged completion once: 404 shows that it had succeeded.
  private void complete(Caller caller, String worker, String task) throws InterruptedException {
    String path = "/external-task/" + task + "/complete";
    String report = "{\"workerId\": \"" + worker + "\"}";
    Optional<Caller.Answer> answer = caller.post(path, report);
    if (answer.isEmpty()) {
      answer = caller.post(path, report);
    }
    if (answer.filter(done -> done.status() == NO_CONTENT).isPresent() && !completed.add(task)) {
      completedTwice.incrementAndGet();
    }
  }

  private void note(Optional<Caller.Answer> answer) {
    if (answer.filter(one -> !one.isOk()).isPresent()) {
      refused.incrementAndGet();
    }
  }
}
