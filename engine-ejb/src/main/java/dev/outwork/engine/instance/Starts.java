package dev.outwork.engine.instance;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
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

  /**
   * The journey of a new instance, which has not been written.
   *
   * @param traceparent of what it creates; null if nobody traces it
   */
  record Begun(Journey journey, String traceparent) {}

  @Inject
  Starts(Sql sql, Journeys journeys, Models models, Tracing tracing) {
    this.sql = sql;
    this.journeys = journeys;
    this.models = models;
    this.tracing = tracing;
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
    return written(journey);
  }

  /** Starts an instance at its none start event, or at other nodes. */
  ProcessInstance start(ProcessDefinition definition, Start start) {
    Journey journey = begun(definition, start);
    write(List.of(new Begun(journey, start.traceparent())));
    return instance(journey);
  }

  /** The journey of such an instance, which has not been written. */
  Journey begun(ProcessDefinition definition, Start start) {
    Journey journey = begin(definition, start.businessKey(), start.variables());
    if (start.instructions().isEmpty()) {
      journey.start(noneStart(definition));
    } else {
      journey.startWith(start.instructions());
    }
    return journey;
  }

  /** Writes the journeys of several new instances. */
  void write(List<Begun> all) {
    List<Writes> each = new ArrayList<>();
    for (Begun begun : all) {
      Writes writes = sql.writes();
      tracing.as(begun.traceparent(), () -> journeys.write(begun.journey(), writes));
      each.add(writes);
    }
    Writes.sendAll(each);
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
