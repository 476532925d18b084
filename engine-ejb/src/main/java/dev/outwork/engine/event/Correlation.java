package dev.outwork.engine.event;

import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the receivers of a message, and delivers it (docs/rest-api.md, "Messages"). */
@Collaborator
class Correlation {
  private final ReceiverStore receivers;
  private final Delivery delivery;
  private final VariableStore variables;

  @Inject
  Correlation(ReceiverStore receivers, Delivery delivery, VariableStore variables) {
    this.receivers = receivers;
    this.delivery = delivery;
    this.variables = variables;
  }

  List<MessageCorrelationResult> correlate(
      MessageCorrelation message, EntityManager entityManager) {
    MessageReceivers waiting = new MessageReceivers(entityManager, message);
    return switch (message.receivers()) {
      case ONE -> List.of(toOneWaiting(message, waiting).orElseGet(() -> toOneStart(message)));
      case START_EVENT -> List.of(toOneStart(message));
      case ALL -> toAll(message, waiting);
    };
  }

  /** Empty if no execution waits for it. */
  private Optional<MessageCorrelationResult> toOneWaiting(
      MessageCorrelation message, MessageReceivers waiting) {
    List<String> gone = new ArrayList<>();
    while (true) {
      List<String> found = waiting.oneOrTwo(gone);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (found.size() > 1) {
        throw mismatch(message, "several executions match the correlation keys");
      }
      String id = found.get(0);
      Optional<MessageCorrelationResult> told =
          receivers.find(id).flatMap(receiver -> toWaiting(receiver, message, waiting));
      if (told.isPresent()) {
        return told;
      }
      // Another transaction was faster; another receiver may be waiting now.
      gone.add(id);
    }
  }

  private List<MessageCorrelationResult> toAll(
      MessageCorrelation message, MessageReceivers waiting) {
    List<MessageCorrelationResult> told = new ArrayList<>();
    waiting.all().stream()
        .flatMap(id -> receivers.find(id).stream())
        .sorted(Receiver.IN_ORDER_OF_ROOTS)
        .forEach(receiver -> toWaiting(receiver, message, waiting).ifPresent(told::add));
    starting(message).forEach(start -> told.add(toStart(start, message)));
    return told;
  }

  private Optional<MessageCorrelationResult> toWaiting(
      Receiver receiver, MessageCorrelation message, MessageReceivers waiting) {
    return delivery
        .toWaiting(receiver, message.payload(), () -> waiting.include(receiver.id()))
        .map(execution -> result(message, execution, null, execution.processInstanceId()));
  }

  private MessageCorrelationResult toOneStart(MessageCorrelation message) {
    List<Receiver> found = starting(message);
    if (found.isEmpty()) {
      throw mismatch(message, "No process definition or execution matches the parameters");
    }
    if (found.size() > 1) {
      throw mismatch(message, "processes of several tenants start with it");
    }
    return toStart(found.get(0), message);
  }

  private List<Receiver> starting(MessageCorrelation message) {
    if (message.match().processInstanceId() != null) {
      return List.of();
    }
    return receivers.startingBy(Type.MESSAGE, message.messageName()).stream()
        .filter(start -> message.match().tenant().includes(start.tenantId()))
        .toList();
  }

  private MessageCorrelationResult toStart(Receiver start, MessageCorrelation message) {
    MessagePayload payload = message.payload();
    Map<String, TypedValue> all = new HashMap<>(payload.variables());
    all.putAll(payload.localVariables());
    all.putAll(payload.variablesToTriggeredScope());
    ProcessInstance started = delivery.toStart(start, message.match().businessKey(), all);
    return result(message, null, started, started.id());
  }

  private MessageCorrelationResult result(
      MessageCorrelation message, Execution execution, ProcessInstance started, String instanceId) {
    return new MessageCorrelationResult(
        execution,
        started,
        message.variablesInResult()
            ? new Variables(variables).visibleFrom(List.of(instanceId))
            : Map.of());
  }

  private static MismatchingMessageCorrelationException mismatch(
      MessageCorrelation message, String reason) {
    return new MismatchingMessageCorrelationException(
        "Cannot correlate message '%s': %s".formatted(message.messageName(), reason));
  }
}
