package dev.outwork.engine.event;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ReceiveTask;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.event.ExecutionStore.Place;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** Completes receive tasks that are signalled by the id of their execution. */
@Collaborator
@Dependent
class ReceiveTasks {
  private final ExecutionStore executions;
  private final Journeys journeys;
  private final Models models;

  @Inject
  ReceiveTasks(ExecutionStore executions, Journeys journeys, Models models) {
    this.executions = executions;
    this.journeys = journeys;
    this.models = models;
  }

  void signal(String executionId, Map<String, TypedValue> variables, ProcessRights rights) {
    Place place = place(executionId);
    Instance instance =
        journeys
            .hold(place.processInstanceId())
            .filter(held -> rights.permit(Verb.OPERATE, held.definitionKey()))
            .orElseThrow(() -> unknown(executionId));
    // Another transaction may have been faster.
    place(executionId);
    if (instance.suspended()) {
      throw new SuspendedEntityInteractionException("Execution", executionId);
    }
    FlowNode node = models.of(place.processDefinitionId()).model().node(place.activityId());
    if (!(node instanceof ReceiveTask)) {
      throw new BadUserRequestException(
          "Cannot signal execution '%s': it is at %s, which is not a receive task"
              .formatted(executionId, node.info()));
    }
    Journey journey = journeys.resume(instance);
    journey.variables().setAll(journey.scopesFrom(executionId), variables);
    journey.complete(executionId);
    journeys.write(journey);
  }

  private Place place(String executionId) {
    return executions.find(executionId).orElseThrow(() -> unknown(executionId));
  }

  private static NullValueException unknown(String executionId) {
    return new NullValueException(
        "execution %s doesn't exist: execution is null".formatted(executionId));
  }
}
