package dev.outwork.engine.event;

import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the receivers of a message, and delivers it (docs/rest-api.md, "Messages"). Those that its
 * sender may not operate on do not exist for it.
 */
@Collaborator
@Dependent
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
      MessageCorrelation message, ProcessRights rights, EntityManager entityManager) {
    MessageReceivers waiting = new MessageReceivers(entityManager, message, rights);
    return switch (message.receivers()) {
      case ONE ->
          List.of(
              toOneWaiting(message, rights, waiting).orElseGet(() -> toOneStart(message, rights)));
      case START_EVENT -> List.of(toOneStart(message, rights));
      case ALL -> toAll(message, rights, waiting);
    };
  }

  /** Empty if no execution waits for it. */
  private Optional<MessageCorrelationResult> toOneWaiting(
      MessageCorrelation message, ProcessRights rights, MessageReceivers waiting) {
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
          receivers.find(id).flatMap(receiver -> toWaiting(receiver, message, rights, waiting));
      if (told.isPresent()) {
        return told;
      }
      // Another transaction was faster; another receiver may be waiting now.
      gone.add(id);
    }
  }

  private List<MessageCorrelationResult> toAll(
      MessageCorrelation message, ProcessRights rights, MessageReceivers waiting) {
    List<MessageCorrelationResult> told = new ArrayList<>();
    waiting.all().stream()
        .flatMap(id -> receivers.find(id).stream())
        .sorted(Receiver.IN_ORDER_OF_ROOTS)
        .forEach(receiver -> toWaiting(receiver, message, rights, waiting).ifPresent(told::add));
    starting(message, rights).forEach(start -> told.add(toStart(start, message, rights)));
    return told;
  }

  private Optional<MessageCorrelationResult> toWaiting(
      Receiver receiver,
      MessageCorrelation message,
      ProcessRights rights,
      MessageReceivers waiting) {
    return delivery
        .toWaiting(receiver, message.payload(), () -> waiting.include(receiver.id()))
        .map(
            execution ->
                new MessageCorrelationResult(
                    execution,
                    null,
                    variables(
                        receiver,
                        message,
                        rights,
                        execution.processInstanceId(),
                        message.payload().variables())));
  }

  private MessageCorrelationResult toOneStart(MessageCorrelation message, ProcessRights rights) {
    List<Receiver> found = starting(message, rights);
    if (found.isEmpty()) {
      throw mismatch(message, "No process definition or execution matches the parameters");
    }
    if (found.size() > 1) {
      throw mismatch(message, "processes of several tenants start with it");
    }
    return toStart(found.get(0), message, rights);
  }

  private List<Receiver> starting(MessageCorrelation message, ProcessRights rights) {
    if (message.match().processInstanceId() != null) {
      return List.of();
    }
    return receivers.startingBy(Type.MESSAGE, message.messageName()).stream()
        .filter(start -> message.match().tenant().includes(start.tenantId()))
        .filter(start -> rights.allow(Verb.OPERATE, start.definitionKey()))
        .toList();
  }

  private MessageCorrelationResult toStart(
      Receiver start, MessageCorrelation message, ProcessRights rights) {
    MessagePayload payload = message.payload();
    Map<String, TypedValue> all = new HashMap<>(payload.variables());
    all.putAll(payload.localVariables());
    all.putAll(payload.variablesToTriggeredScope());
    ProcessInstance started = delivery.toStart(start, message.match().businessKey(), all);
    return new MessageCorrelationResult(
        null, started, variables(start, message, rights, started.id(), all));
  }

  private Map<String, TypedValue> variables(
      Receiver receiver,
      MessageCorrelation message,
      ProcessRights rights,
      String processInstanceId,
      Map<String, TypedValue> sent) {
    return message.variablesInResult()
        ? rights.shown(
            receiver.definitionKey(),
            new Variables(variables).visibleFrom(List.of(processInstanceId)),
            sent)
        : Map.of();
  }

  private static MismatchingMessageCorrelationException mismatch(
      MessageCorrelation message, String reason) {
    return new MismatchingMessageCorrelationException(
        "Cannot correlate message '%s': %s".formatted(message.messageName(), reason));
  }
}
