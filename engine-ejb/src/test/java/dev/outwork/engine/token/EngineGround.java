package dev.outwork.engine.token;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.random.Ground;
import dev.outwork.engine.token.random.Play;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Random processes in an engine on a database. A worker may fail, forget a task or take longer
 * before one completes it in the end.
 */
final class EngineGround implements Ground {
  private static final Duration LONGER_THAN_A_LOCK = Duration.ofMinutes(6);
  private static final Duration A_LITTLE_LONGER = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final TestEngine engine;
  private final EngineStage stage;
  private final List<TestWorker> workers;
  private final Random random;

  EngineGround(TestEngine engine, Random random) {
    this.engine = engine;
    this.stage = new EngineStage(engine);
    this.workers = List.of(engine.worker("alice"), engine.worker("bob"), engine.worker("carol"));
    this.random = random;
  }

  @Override
  public void deploy(String document) {
    stage.deploy(document);
  }

  @Override
  public void start(String key, Map<String, TypedValue> variables) {
    stage.start(key, variables);
  }

  @Override
  public List<OpenTask> tasks() {
    return stage.openTasks().stream()
        .map(task -> new OpenTask(task.id(), task.elementId(), task.variables()))
        .toList();
  }

  @Override
  public List<String> messages() {
    return engine.events().eventSubscriptions(ListQuery.all()).stream()
        .filter(each -> each.eventType().equals("message"))
        .map(EventSubscription::eventName)
        .toList();
  }

  @Override
  public void complete(OpenTask task, Map<String, TypedValue> variables) {
    whatCanGoWrong(task);
    TestWorker worker = anybody();
    worker.completes(fetchedBy(worker, task), variables);
  }

  @Override
  public void raise(OpenTask task, String code) {
    whatCanGoWrong(task);
    TestWorker worker = anybody();
    worker.raises(fetchedBy(worker, task), code);
  }

  private void whatCanGoWrong(OpenTask task) {
    TestWorker worker = anybody();
    switch (random.nextInt(6)) {
      case 0 -> worker.fails(fetchedBy(worker, task), 1 + random.nextInt(2), PAUSE);
      case 1 -> {
        LockedExternalTask fetched = fetchedBy(worker, task);
        worker.fails(fetched, 0, Duration.ZERO);
        engine.externalTasks().setRetries(fetched.task().id(), 1);
      }
      case 2 ->
          engine
              .externalTasks()
              .extendLock(fetchedBy(worker, task).task().id(), worker.id(), A_LITTLE_LONGER);
      case 3 -> fetchedBy(worker, task);
      default -> {}
    }
  }

  private TestWorker anybody() {
    return workers.get(random.nextInt(workers.size()));
  }

  /** The task, fetched by a worker after all others have lost it. */
  private LockedExternalTask fetchedBy(TestWorker worker, OpenTask task) {
    return fetched(worker, task)
        .or(
            () -> {
              engine.clock().advance(LONGER_THAN_A_LOCK);
              engine.reclaimLocks();
              return fetched(worker, task);
            })
        .orElseThrow(() -> new AssertionError("Nobody gets task '%s'".formatted(task.elementId())));
  }

  private static Optional<LockedExternalTask> fetched(TestWorker worker, OpenTask task) {
    return worker.fetches(Play.TOPIC).stream()
        .filter(each -> each.task().executionId().equals(task.id()))
        .findFirst();
  }

  @Override
  public void message(String name) {
    stage.message(name);
  }

  @Override
  public void goOn() {
    stage.runJobs();
  }

  @Override
  public List<String> waitsAt() {
    return stage.waitsAt();
  }

  @Override
  public boolean hasEnded() {
    return stage.hasEnded();
  }
}
