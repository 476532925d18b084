package dev.outwork.engine.token;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays processes on a database, through the boundaries that the REST API uses. */
final class EngineStage implements Stage {
  private static final String WORKER = "stage";
  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final String ACTIVITIES =
      " from activity_instance a join process_instance p on p.id = a.process_instance_id where p.root_id = ?";

  private final TestEngine engine;
  private String instanceId;

  EngineStage(TestEngine engine) {
    this.engine = engine;
  }

  @Override
  public void deploy(String document) {
    engine.deploy(document);
  }

  @Override
  public void start(String key, Map<String, TypedValue> variables) {
    instanceId = engine.start(key, variables).id();
  }

  @Override
  public void startWith(String key, ModificationInstruction... instructions) {
    String definitionId = engine.repository().latestProcessDefinition(key, null).orElseThrow().id();
    instanceId =
        engine
            .runtime()
            .startProcessInstance(definitionId, null, Map.of(), List.of(instructions))
            .id();
  }

  @Override
  public void modify(ModificationInstruction... instructions) {
    engine.runtime().modifyProcessInstance(instanceId, List.of(instructions), false);
  }

  @Override
  public ActivityInstance tree() {
    return engine.runtime().activityInstances(instanceId);
  }

  @Override
  public void complete(OpenTask task, Map<String, TypedValue> variables) {
    String id = locked(task);
    engine.externalTasks().complete(id, WORKER, variables, Map.of());
  }

  @Override
  public void raise(OpenTask task, String errorCode) {
    String id = locked(task);
    engine.externalTasks().handleBpmnError(id, WORKER, errorCode, null, Map.of());
  }

  private String locked(OpenTask task) {
    String id =
        strings("select id from external_task where activity_instance_id = ?", task.id()).get(0);
    engine.externalTasks().lock(id, WORKER, LOCK);
    return id;
  }

  @Override
  public List<OpenTask> openTasks() {
    return strings(
            "select t.activity_instance_id from external_task t"
                + " join process_instance p on p.id = t.process_instance_id where p.root_id = ? order by t.id",
            instanceId)
        .stream()
        .map(id -> new OpenTask(id, elementOf(id), engine.runtime().variables(id)))
        .toList();
  }

  private String elementOf(String activityInstanceId) {
    return strings("select activity_id from activity_instance where id = ?", activityInstanceId)
        .get(0);
  }

  @Override
  public void completeUserTask(String elementId, Map<String, TypedValue> variables) {
    engine.tasks().complete(userTask(elementId), variables);
  }

  @Override
  public void raiseFromUserTask(String elementId, String errorCode) {
    engine.tasks().handleBpmnError(userTask(elementId), errorCode, null, Map.of());
  }

  @Override
  public void escalate(String elementId, String escalationCode) {
    engine.tasks().handleEscalation(userTask(elementId), escalationCode, Map.of());
  }

  private String userTask(String elementId) {
    return engine.tasks().tasks(ListQuery.all()).stream()
        .filter(task -> task.taskDefinitionKey().equals(elementId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No user task is open at '%s'".formatted(elementId)))
        .id();
  }

  @Override
  public void goOn(String elementId) {
    engine.events().signal(tokenAt(elementId), Map.of());
  }

  @Override
  public void message(String name) {
    engine.events().correlate(MessageCorrelation.of(name)).stream()
        .map(MessageCorrelationResult::processInstance)
        .filter(started -> started != null)
        .forEach(started -> instanceId = started.id());
  }

  @Override
  public void signal(String name) {
    engine.events().signalEventReceived(name, TenantMatch.ANY, Map.of());
    if (instanceId == null) {
      instanceId = strings("select max(id) from process_instance where ended_at is null").get(0);
    }
  }

  @Override
  public void set(Map<String, TypedValue> variables) {
    engine.runtime().changeVariables(instanceId, variables, List.of());
  }

  @Override
  public void advance(Duration time) {
    engine.clock().advance(time);
    engine.runDueJobs();
  }

  @Override
  public List<String> path() {
    return strings(
        "select a.activity_id" + ACTIVITIES + " and a.started_at is not null order by a.id",
        instanceId);
  }

  @Override
  public List<String> waitsAt() {
    return strings("select a.activity_id" + ACTIVITIES + " and a.ended_at is null", instanceId)
        .stream()
        .sorted()
        .toList();
  }

  @Override
  public List<String> canceled() {
    return strings("select a.activity_id" + ACTIVITIES + " and a.canceled", instanceId).stream()
        .sorted()
        .toList();
  }

  @Override
  public boolean hasEnded() {
    return engine.runtime().processInstance(instanceId).isEmpty();
  }

  @Override
  public Optional<TypedValue> variable(String name) {
    return stored().stream()
        .filter(variable -> variable.name().equals(name))
        .map(StoredVariable::value)
        .findFirst();
  }

  private List<StoredVariable> stored() {
    try {
      return engine.inTransaction(() -> engine.bean(VariableStore.class).load(List.of(instanceId)));
    } catch (Exception e) {
      throw new AssertionError("Cannot read the variables of the instance", e);
    }
  }

  @Override
  public Map<String, TypedValue> variablesAt(String elementId) {
    return engine.runtime().variables(tokenAt(elementId));
  }

  private String tokenAt(String elementId) {
    return strings(
            "select a.id"
                + ACTIVITIES
                + " and a.ended_at is null and a.activity_id = ? order by a.id",
            instanceId,
            elementId)
        .stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("No token is at '%s'".formatted(elementId)));
  }

  private List<String> strings(String select, Object... arguments) {
    return Rows.strings(engine.database(), select, arguments);
  }

  @Override
  public void close() {
    engine.endWhatStillRuns();
  }
}
