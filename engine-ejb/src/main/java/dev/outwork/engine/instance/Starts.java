package dev.outwork.engine.instance;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.tracing.Tracing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts process instances, whatever the cause. */
@Collaborator
@Dependent
public class Starts {
  private final Sql sql;
  private final Journeys journeys;
  private final Models models;
  private final Tracing tracing;
  private final OperationLog log;

  /**
   * The journey of a new instance, which has not been written.
   *
   * @param deploymentId of its definition
   */
  record Begun(Journey journey, Start start, String deploymentId) {}

  @Inject
  Starts(Sql sql, Journeys journeys, Models models, Tracing tracing, OperationLog log) {
    this.sql = sql;
    this.journeys = journeys;
    this.models = models;
    this.tracing = tracing;
    this.log = log;
  }

  /**
   * Starts an instance of a definition; refuses a suspended one.
   *
   * @param startEventId the start event; null for the none start event
   * @param businessKey may be null
   */
  public ProcessInstance start(
      ProcessDefinition definition,
      String startEventId,
      String businessKey,
      Map<String, TypedValue> variables) {
    Journey journey = begin(definition, businessKey, variables);
    journey.start(startEventId == null ? noneStart(definition) : startEventId);
    return written(journey);
  }

  /** Starts an instance at its none start event with a submitted form. */
  public ProcessInstance start(ProcessDefinition definition, String businessKey, Filling filling) {
    Journey journey = begin(definition, businessKey, Map.of());
    List<String> scope = List.of(journey.running().instance().id());
    filling.fill(journey.variables(), scope, scope, journey.evaluator().names(scope.get(0)));
    journey.start(noneStart(definition));
    Writes writes = sql.writes();
    journeys.write(journey, writes);
    log.add(created(journey, definition.deploymentId()), writes);
    writes.send();
    return instance(journey);
  }

  /** Starts an instance at its none start event, or at other nodes. */
  ProcessInstance start(ProcessDefinition definition, Start start) {
    Begun begun = begun(definition, start);
    write(List.of(begun));
    return instance(begun.journey());
  }

  /** The journey of such an instance, which has not been written. */
  Begun begun(ProcessDefinition definition, Start start) {
    Journey journey = begin(definition, start.businessKey(), start.variables());
    if (start.instructions().isEmpty()) {
      journey.start(noneStart(definition));
    } else {
      journey.startWith(start.instructions());
    }
    return new Begun(journey, start, definition.deploymentId());
  }

  /** Writes the journeys of several new instances. */
  void write(List<Begun> all) {
    List<Writes> each = new ArrayList<>();
    for (Begun begun : all) {
      Writes writes = sql.writes();
      tracing.as(begun.start().traceparent(), () -> journeys.write(begun.journey(), writes));
      begun.start().user().during(() -> record(begun, writes));
      each.add(writes);
    }
    Writes.sendAll(each);
  }

  private Begun record(Begun begun, Writes writes) {
    log.add(created(begun.journey(), begun.deploymentId()), writes);
    return begun;
  }

  private static Operation created(Journey journey, String deploymentId) {
    Instance instance = journey.running().instance();
    return Operation.onInstance("Create", instance.id())
        .on(Subject.ROOT_PROCESS_INSTANCE, instance.rootId())
        .on(Subject.PROCESS_DEFINITION, instance.definitionId())
        .on(Subject.DEFINITION_KEY, instance.definitionKey())
        .on(Subject.DEPLOYMENT, deploymentId)
        .on(Subject.TENANT, instance.tenantId());
  }

  /** A new instance without tokens. */
  private Journey begin(
      ProcessDefinition definition, String businessKey, Map<String, TypedValue> variables) {
    if (definition.suspended()) {
      throw new ProcessEngineException(
          "ENGINE-03043 Process Definition with id '%s' is suspended.".formatted(definition.id()));
    }
    Instance instance = Instance.begun(definition, businessKey);
    Journey journey = journeys.begin(instance);
    journey.variables().setAllLocal(instance.id(), variables);
    return journey;
  }

  private ProcessInstance written(Journey journey) {
    journeys.write(journey);
    return instance(journey);
  }

  /** The instance of a journey. */
  static ProcessInstance instance(Journey journey) {
    Instance instance = journey.running().instance();
    return new ProcessInstance(
        instance.id(),
        instance.definitionId(),
        instance.definitionKey(),
        instance.businessKey(),
        instance.tenantId(),
        journey.hasEnded(),
        false);
  }

  private String noneStart(ProcessDefinition definition) {
    return models
        .of(definition.id())
        .model()
        .startId()
        .orElseThrow(
            () ->
                new ProcessEngineException(
                    "Cannot start process definition '%s' by its key or id: it has no none start event"
                        .formatted(definition.id())));
  }
}
