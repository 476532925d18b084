package dev.outwork.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.it.cluster.Caller;
import dev.outwork.it.cluster.Caller.Answer;
import dev.outwork.it.cluster.Load;
import dev.outwork.it.fault.Acknowledged.Grant;
import dev.outwork.it.server.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that start instances, and workers; each fetch has a worker id of its own. */
final class NotingLoad {
  static final Duration LOCK = Duration.ofSeconds(3);

  private static final int NO_CONTENT = 204;
  private static final int MOST_TRIES = 5;
  private static final int PARTS = 30;
  private static final Duration PAUSE = Duration.ofMillis(25);
  private static final Duration PAUSE_BETWEEN_STARTS = Duration.ofMillis(100);

  private final Acknowledged acknowledged = new Acknowledged();
  private final AtomicInteger fetches = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean starting = true;
  private volatile boolean working = true;

  private interface Step {
    void take() throws InterruptedException;
  }

  Acknowledged acknowledged() {
    return acknowledged;
  }

  /** Answers that were an error. */
  int refused() {
    return refused.get();
  }

  void addStarter(Caller caller) {
    running.add(threads.submit(() -> repeat(() -> start(caller), true)));
  }

  void addWorker(Caller caller) {
    running.add(threads.submit(() -> repeat(() -> work(caller), false)));
  }

  /** Fetches, and is never heard of again. */
  void fetchAndDie(Caller caller) throws InterruptedException {
    fetch(caller);
  }

  /** The fetch request of a worker. */
  String fetch() {
    return """
        {"workerId": "worker-%d", "maxTasks": 1, "asyncResponseTimeout": 2000, "topics": [
          {"topicName": "first", "lockDuration": %d}, {"topicName": "second", "lockDuration": %d}]}
        """
        .formatted(fetches.incrementAndGet(), LOCK.toMillis(), LOCK.toMillis());
  }

  void startNoMore() {
    starting = false;
  }

  /** Ends all; fails if one of them has met what it did not foresee. */
  void end() throws Exception {
    starting = false;
    working = false;
    for (Future<?> one : running) {
      one.get(1, TimeUnit.MINUTES);
    }
    threads.shutdownNow();
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

  void start(Caller caller) throws InterruptedException {
    ask(caller, "/process-definition/key/" + Load.KEY + "/start", "{}")
        .filter(Answer::isOk)
        .ifPresent(started -> acknowledged.isStarted(started.body().path("id").asText()));
    Pause.of(PAUSE_BETWEEN_STARTS);
  }

  private void work(Caller caller) throws InterruptedException {
    List<Grant> grants = fetch(caller);
    if (grants.isEmpty()) {
      Pause.of(PAUSE);
    }
    for (Grant grant : grants) {
      Pause.of(lengthOfWork());
      complete(caller, grant);
    }
  }

  // Most is done at once; some takes long, and now and then longer than its lock.
  private static Duration lengthOfWork() {
    int which = ThreadLocalRandom.current().nextInt(PARTS);
    Duration longest =
        switch (which) {
          case 0 -> LOCK.multipliedBy(2);
          case 1, 2, 3, 4 -> LOCK;
          default -> Duration.ofMillis(1);
        };
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest.toMillis()));
  }

  private List<Grant> fetch(Caller caller) throws InterruptedException {
    List<Grant> grants = new ArrayList<>();
    ask(caller, "/external-task/fetchAndLock", fetch())
        .filter(Answer::isOk)
        .ifPresent(
            fetched -> {
              for (JsonNode task : fetched.body()) {
                grants.add(Grant.of(task));
              }
            });
    grants.forEach(acknowledged::isGranted);
    return grants;
  }

  // A caller without an answer, or with a temporary failure, retries; 404 shows that it had
  // succeeded.
  private void complete(Caller caller, Grant grant) throws InterruptedException {
    String path = "/external-task/" + grant.task() + "/complete";
    String report = "{\"workerId\": \"" + grant.worker() + "\"}";
    Optional<Answer> answer = Optional.empty();
    for (int i = 0; i < MOST_TRIES && answer.filter(one -> !one.isServerError()).isEmpty(); i++) {
      answer = ask(caller, path, report);
    }
    if (answer.filter(done -> done.status() == NO_CONTENT).isPresent()) {
      acknowledged.isCompleted(grant);
    }
  }

  private Optional<Answer> ask(Caller caller, String path, String body)
      throws InterruptedException {
    Optional<Answer> answer = caller.post(path, body);
    if (answer.filter(Answer::isServerError).isPresent()) {
      refused.incrementAndGet();
      Pause.of(PAUSE);
    }
    return answer;
  }
}
