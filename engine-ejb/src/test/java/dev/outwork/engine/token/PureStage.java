package dev.outwork.engine.token;

import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.MessageTrigger;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.SignalTrigger;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.bpmn.Trigger;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import dev.outwork.engine.expression.Expression;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    startAt(rows.latest(key), rows.latest(key).model().startId().orElseThrow(), variables);
  }

  private void startAt(
      ExecutableProcess process, String startEventId, Map<String, TypedValue> variables) {
    begin(
        process,
        journey -> {
          journey.variables().setAllLocal(instanceId, variables);
          journey.start(startEventId);
        });
  }

  @Override
  public void startWith(String key, ModificationInstruction... instructions) {
    begin(rows.latest(key), journey -> journey.startWith(List.of(instructions)));
  }

  private void begin(ExecutableProcess process, Consumer<Journey> verb) {
    Instance instance = Instance.begun(process.definition(), null);
    instanceId = instance.id();
    Tree tree = new Tree(rows);
    verb.accept(
        new Journey(tree, tree.begin(instance, process.model()), now.atZone(ZoneOffset.UTC)));
    rows.keep(tree);
  }

  @Override
  public void modify(ModificationInstruction... instructions) {
    travel(instanceId, journey -> journey.modify(List.of(instructions), false));
  }

  @Override
  public ActivityInstance tree() {
    return new ActivityTree(rows.load(instanceId), Map.of()).tree();
  }

  private void travel(String id, Consumer<Journey> verb) {
    Tree tree = new Tree(rows);
    verb.accept(new Journey(tree, tree.get(id), now.atZone(ZoneOffset.UTC)));
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
  public void completeUserTask(String elementId, Map<String, TypedValue> variables) {
    finish(
        elementId,
        (journey, id) -> {
          journey.variables().setAll(journey.scopesFrom(id), variables);
          journey.complete(id);
        });
  }

  @Override
  public void raiseFromUserTask(String elementId, String errorCode) {
    finish(elementId, (journey, id) -> journey.raise(id, Thrown.error(errorCode, null)));
  }

  private void finish(String elementId, BiConsumer<Journey, String> verb) {
    String id = userTask(elementId);
    rows.taskIsDone(id);
    travel(rows.instanceOf(id), journey -> verb.accept(journey, id));
  }

  @Override
  public void escalate(String elementId, String escalationCode) {
    String id = userTask(elementId);
    travel(rows.instanceOf(id), journey -> journey.raise(id, Thrown.escalation(escalationCode)));
  }

  private String userTask(String elementId) {
    return rows.userTasks().stream()
        .filter(order -> order.activityId().equals(elementId))
        .map(UserTaskOrder::activityInstanceId)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No user task is open at '%s'".formatted(elementId)));
  }

  @Override
  public void goOn(String elementId) {
    String id = rows.tokenAt(elementId);
    travel(rows.instanceOf(id), journey -> journey.complete(id));
  }

  @Override
  public List<OpenTask> openTasks() {
    return rows.externalTasks().stream()
        .map(
            order ->
                new OpenTask(
                    order.activityInstanceId(), order.activityId(), rows.visible(order.scopeIds())))
        .toList();
  }

  @Override
  public void message(String name) {
    List<SubscriptionOrder> waiting = rows.subscriptions(SubscriptionOrder.Type.MESSAGE, name);
    if (waiting.isEmpty()
        && startsWith(
            trigger ->
                trigger instanceof MessageTrigger message && isNamed(message.name(), name))) {
      return;
    }
    if (waiting.size() != 1) {
      throw new AssertionError("%d listen for message '%s'".formatted(waiting.size(), name));
    }
    occur(waiting.get(0));
  }

  /** The names of the messages with subscriptions. */
  List<String> messages() {
    return rows.subscriptions().stream()
        .filter(each -> each.type() == SubscriptionOrder.Type.MESSAGE)
        .map(SubscriptionOrder::eventName)
        .toList();
  }

  @Override
  public void signal(String name) {
    rows.subscriptions(SubscriptionOrder.Type.SIGNAL, name).stream()
        .filter(rows::isOpen)
        .forEach(this::occur);
    startsWith(trigger -> trigger instanceof SignalTrigger signal && isNamed(signal.name(), name));
  }

  private static boolean isNamed(Expression expression, String name) {
    return expression.text().equals(name);
  }

  private boolean startsWith(Predicate<Trigger> condition) {
    boolean any = false;
    for (ExecutableProcess process : rows.processes()) {
      Optional<StartEvent> start =
          process.model().startEvents().stream()
              .filter(event -> condition.test(event.trigger()))
              .findFirst();
      start.ifPresent(event -> startAt(process, event.id(), Map.of()));
      any |= start.isPresent();
    }
    return any;
  }

  private void occur(SubscriptionOrder subscription) {
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
    CatchingNode event = rows.model(id).catchingNode(job.activityId());
    travel(id, journey -> journey.occur(job.activityInstanceId(), job.activityId(), Map.of()));
    if (!event.isInterrupting()
        && job.repeat() != null
        && rows.isRunning(job.activityInstanceId())) {
      new Schedule(job.dueAt(), job.repeat())
          .next(now.atZone(ZoneOffset.UTC))
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
  public Map<String, TypedValue> variablesAt(String elementId) {
    String id = rows.tokenAt(elementId);
    return rows.visible(rows.load(rows.instanceOf(id)).activities().scopesFrom(id));
  }

  @Override
  public void close() {}
}
