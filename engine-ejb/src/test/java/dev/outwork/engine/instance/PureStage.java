package dev.outwork.engine.instance;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import dev.outwork.engine.database.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays processes without a container and without a database: rows are kept in memory. */
final class PureStage implements Stage {
  private final MemoryRows rows = new MemoryRows();
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private String instanceId;

  @Override
  public void deploy(String document) {
    for (ProcessModel model :
        BpmnReader.read("test.bpmn", document.getBytes(StandardCharsets.UTF_8))) {
      rows.deploy(model);
    }
  }

  @Override
  public void start(String key, Map<String, TypedValue> variables) {
    ProcessDefinition definition = rows.latest(key).definition();
    instanceId = Ids.next();
    Instance instance =
        new Instance(
            instanceId,
            definition.id(),
            definition.key(),
            null,
            null,
            null,
            false,
            instanceId,
            null,
            null);
    Tree tree = new Tree(rows);
    Running running = tree.begin(instance, rows.latest(key).model());
    running.variables().setAllLocal(instanceId, variables);
    Journey journey = new Journey(tree, running, now);
    journey.start(running.model().startId().orElseThrow());
    rows.keep(tree);
  }

  private void travel(String id, Consumer<Journey> verb) {
    Tree tree = new Tree(rows);
    verb.accept(new Journey(tree, tree.get(id), now));
    rows.keep(tree);
  }

  @Override
  public void complete(OpenTask task, Map<String, TypedValue> variables) {
    travel(
        rows.instanceOf(task.id()),
        journey -> {
          journey.variables().setAll(journey.scopesFrom(task.id()), variables);
          rows.taskIsDone(task.id());
          journey.complete(task.id());
        });
  }

  @Override
  public void raise(OpenTask task, String errorCode) {
    travel(
        rows.instanceOf(task.id()),
        journey -> {
          rows.taskIsDone(task.id());
          journey.raise(task.id(), Thrown.error(errorCode, null));
        });
  }

  @Override
  public List<OpenTask> openTasks() {
    return rows.externalTasks().stream()
        .map(
            order ->
                new OpenTask(
                    order.activityInstanceId(),
                    order.activityId(),
                    rows.visible(order.scopeIds())))
        .toList();
  }

  @Override
  public void message(String name) {
    List<Subscription> waiting = rows.subscriptions(Subscription.Type.MESSAGE, name);
    if (waiting.size() != 1) {
      throw new AssertionError("%d listen for message '%s'".formatted(waiting.size(), name));
    }
    occur(waiting.get(0));
  }

  @Override
  public void signal(String name) {
    rows.subscriptions(Subscription.Type.SIGNAL, name).stream()
        .filter(rows::isOpen)
        .forEach(this::occur);
  }

  private void occur(Subscription subscription) {
    if (rows.isOpen(subscription)) {
      travel(
          rows.instanceOf(subscription.activityInstanceId()),
          journey ->
              journey.occur(
                  subscription.activityInstanceId(), subscription.activityId(), Map.of()));
    }
  }

  @Override
  public void set(Map<String, TypedValue> variables) {
    travel(
        instanceId,
        journey -> {
          journey.variables().setAllLocal(instanceId, variables);
          journey.variablesHaveChanged();
        });
  }

  @Override
  public void advance(Duration time) {
    Instant end = now.plus(time);
    for (Optional<JobOrder> due = nextDue(end); due.isPresent(); due = nextDue(end)) {
      now = due.get().dueAt().isAfter(now) ? due.get().dueAt() : now;
      execute(due.get());
    }
    now = end;
  }

  private Optional<JobOrder> nextDue(Instant end) {
    return rows.jobs().stream()
        .filter(job -> !job.dueAt().isAfter(end))
        .min(Comparator.comparing(JobOrder::dueAt));
  }

  private void execute(JobOrder job) {
    rows.jobIsDone(job);
    String id = rows.instanceOf(job.activityInstanceId());
    if (job.type() != JobOrder.Type.TIMER) {
      travel(id, journey -> journey.continueAsync(job.activityInstanceId()));
      return;
    }
    CatchingNode event = (CatchingNode) rows.model(id).node(job.activityId());
    travel(
        id, journey -> journey.occur(job.activityInstanceId(), job.activityId(), Map.of()));
    if (!event.isInterrupting() && job.repeat() != null && rows.isRunning(job.activityInstanceId())) {
      new Schedule(job.dueAt(), job.repeat())
          .next(now)
          .ifPresent(next -> rows.repeat(job, next));
    }
  }

  @Override
  public List<String> path() {
    return rows.path();
  }

  @Override
  public List<String> waitsAt() {
    return rows.waitsAt();
  }

  @Override
  public List<String> canceled() {
    return rows.canceled();
  }

  @Override
  public boolean hasEnded() {
    return !rows.isRunning(instanceId);
  }

  @Override
  public Optional<TypedValue> variable(String name) {
    return Optional.ofNullable(rows.visible(List.of(instanceId)).get(name));
  }

  @Override
  public void close() {}
}
