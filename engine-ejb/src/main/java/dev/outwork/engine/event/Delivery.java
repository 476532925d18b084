package dev.outwork.engine.event;

import dev.outwork.api.NullValueException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.instance.Starts;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Delivers to one receiver: triggers its event, or starts an instance. */
@Collaborator
class Delivery {
  private final Journeys journeys;
  private final Starts starts;
  private final DefinitionStore definitions;
  private final ReceiverStore receivers;

  @Inject
  Delivery(Journeys journeys, Starts starts, DefinitionStore definitions, ReceiverStore receivers) {
    this.journeys = journeys;
    this.starts = starts;
    this.definitions = definitions;
    this.receivers = receivers;
  }

  /** Locks the receiver's instance; empty if it has ended. */
  Optional<Instance> hold(Receiver receiver) {
    return journeys.hold(receiver.processInstanceId());
  }

  /**
   * Triggers the event if, after locking its instance, the subscription still exists and the
   * instance is not suspended; otherwise empty.
   */
  Optional<Execution> toWaiting(Receiver receiver, MessagePayload payload) {
    return toWaiting(receiver, payload, () -> receivers.find(receiver.id()).isPresent());
  }

  /**
   * @param stillListens evaluated once the instance is locked
   */
  Optional<Execution> toWaiting(
      Receiver receiver, MessagePayload payload, BooleanSupplier stillListens) {
    return hold(receiver)
        .filter(instance -> !instance.suspended())
        .filter(instance -> stillListens.getAsBoolean())
        .map(instance -> happen(instance, receiver, payload));
  }

  /** Triggers the event of a receiver whose instance is locked. */
  Execution happen(Instance instance, Receiver receiver, MessagePayload payload) {
    String executionId = receiver.executionId();
    Journey journey = journeys.resume(instance);
    List<String> scopes = journey.scopesFrom(executionId);
    journey.variables().setAll(scopes, payload.variables());
    journey.variables().setAllLocal(executionId, payload.localVariables());
    journey.occur(executionId, receiver.activityId(), payload.variablesToTriggeredScope());
    journeys.write(journey);
    return new Execution(
        executionId, instance.id(), !journey.isUnderWay(executionId), instance.tenantId());
  }

  /** Starts an instance at a start event. */
  ProcessInstance toStart(Receiver start, String businessKey, Map<String, TypedValue> variables) {
    ProcessDefinition definition =
        definitions
            .find(start.processDefinitionId())
            .orElseThrow(
                () ->
                    new NullValueException(
                        "no deployed process definition found with id '%s': processDefinition is null"
                            .formatted(start.processDefinitionId())));
    return starts.start(definition, start.activityId(), businessKey, variables);
  }
}
