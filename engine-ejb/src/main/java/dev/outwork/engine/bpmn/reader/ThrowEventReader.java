package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.CancelEndEvent;
import dev.outwork.engine.bpmn.CompensationThrowEvent;
import dev.outwork.engine.bpmn.EndEvent;
import dev.outwork.engine.bpmn.ErrorEndEvent;
import dev.outwork.engine.bpmn.EscalationThrowEvent;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.LinkThrowEvent;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.NoneThrowEvent;
import dev.outwork.engine.bpmn.SignalThrowEvent;
import dev.outwork.engine.bpmn.TerminateEndEvent;
import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads throw and end events. */
final class ThrowEventReader {
  private final ExpressionReader texts;
  private final Declarations declarations;
  private final TriggerReader triggers;
  private final ExternalActivityReader externalActivities;
  private final MappingReader mappings;
  private final Map<String, Kind> kinds =
      Map.of(
          "messageEventDefinition", this::message,
          "signalEventDefinition", this::signal,
          "escalationEventDefinition", this::escalation,
          "errorEventDefinition", this::error,
          "compensateEventDefinition", this::compensation,
          "linkEventDefinition", this::link,
          "cancelEventDefinition",
              (scope, event, definition, info) -> Optional.of(new CancelEndEvent(info)),
          "terminateEventDefinition",
              (scope, event, definition, info) -> Optional.of(new TerminateEndEvent(info)));

  private interface Kind {
    Optional<FlowNode> read(Scope scope, Element event, Element definition, NodeInfo info);
  }

  ThrowEventReader(
      ExpressionReader texts,
      Declarations declarations,
      TriggerReader triggers,
      ExternalActivityReader externalActivities) {
    this.texts = texts;
    this.declarations = declarations;
    this.triggers = triggers;
    this.externalActivities = externalActivities;
    this.mappings = new MappingReader(texts);
  }

  /** Empty if there is a problem, which is added. */
  Optional<FlowNode> read(Scope scope, Element event, NodeInfo info) {
    Optional<Element> definition = EventDefinitions.first(event);
    if (EventDefinitions.isPassedThrough(event)) {
      texts
          .problems()
          .warn(event, "has no implementation for its message: the token passes through");
    }
    if (definition.isEmpty() || EventDefinitions.isPassedThrough(event)) {
      return Optional.of(event.is("endEvent") ? new EndEvent(info) : new NoneThrowEvent(info));
    }
    return kinds.get(definition.get().kind()).read(scope, event, definition.get(), info);
  }

  private Optional<FlowNode> message(
      Scope scope, Element event, Element definition, NodeInfo info) {
    return Optional.of(externalActivities.read(info, event, definition));
  }

  private Optional<FlowNode> signal(Scope scope, Element event, Element definition, NodeInfo info) {
    boolean isAsync = definition.isTrue("camunda:async");
    if (isAsync && definition.extensions("camunda:in").findAny().isPresent()) {
      texts
          .problems()
          .warn(
              event,
              "has camunda:in, which is ignored: a signal with camunda:async=\"true\" carries no variables");
    }
    return triggers
        .signalName(event, definition)
        .map(
            name ->
                new SignalThrowEvent(
                    info, name, isAsync ? List.of() : mappings.in(event, definition), isAsync));
  }

  private Optional<FlowNode> escalation(
      Scope scope, Element event, Element definition, NodeInfo info) {
    Optional<String> code =
        declarations
            .referredToBy(definition, "escalationRef", "escalation")
            .map(escalation -> escalation.given("escalationCode"));
    if (code.isEmpty()) {
      texts
          .problems()
          .add(event, "has no escalationRef to a declared escalation with an escalationCode");
    }
    return code.map(known -> new EscalationThrowEvent(info, known));
  }

  private Optional<FlowNode> error(Scope scope, Element event, Element definition, NodeInfo info) {
    Optional<String> code = declarations.errorCode(definition);
    if (code.isEmpty()) {
      texts.problems().add(event, "has no errorRef to an error with an errorCode");
    }
    Expression message =
        declarations
            .referredToBy(definition, "errorRef", "error")
            .map(error -> texts.attribute(event, error, "camunda:errorMessage"))
            .orElse(null);
    return code.map(known -> new ErrorEndEvent(info, known, message));
  }

  private Optional<FlowNode> compensation(
      Scope scope, Element event, Element definition, NodeInfo info) {
    return Optional.of(new CompensationThrowEvent(info, definition.reference("activityRef")));
  }

  private Optional<FlowNode> link(Scope scope, Element event, Element definition, NodeInfo info) {
    return scope.linksTo(LinkRules.nameOf(event)).stream()
        .findFirst()
        .map(target -> new LinkThrowEvent(info, target.id()));
  }
}
