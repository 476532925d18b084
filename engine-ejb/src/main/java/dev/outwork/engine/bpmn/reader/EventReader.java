package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.BoundaryEvent;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.FormInfo;
import dev.outwork.engine.bpmn.IntermediateCatchEvent;
import dev.outwork.engine.bpmn.LinkCatchEvent;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.Trigger;
import java.util.Map;
import java.util.Optional;

/** Reads catching events; {@link ThrowEventReader} reads throwing ones. */
final class EventReader {
  private final InfoReader infos;
  private final FormReader forms;
  private final TriggerReader triggers;
  private final TriggerReader triggersOfProcess;
  private final ThrowEventReader throwEvents;
  private final Map<String, Kind> kinds =
      Map.of(
          "startEvent", this::startEvent,
          "intermediateCatchEvent", this::catchEvent,
          "boundaryEvent", this::boundaryEvent,
          "intermediateThrowEvent", this::throwEvent,
          "endEvent", this::throwEvent);

  private interface Kind {
    Optional<FlowNode> read(Scope scope, Element event, NodeInfo info);
  }

  EventReader(
      ExpressionReader texts,
      Declarations declarations,
      InfoReader infos,
      ExternalActivityReader externalActivities) {
    this.infos = infos;
    this.forms = new FormReader(texts);
    this.triggers = new TriggerReader(texts, declarations, texts::checkConstant);
    this.triggersOfProcess = new TriggerReader(texts, declarations, texts::checkWithoutVariables);
    this.throwEvents = new ThrowEventReader(texts, declarations, triggers, externalActivities);
  }

  TriggerReader triggers() {
    return triggers;
  }

  /**
   * Empty if the element is no event or not supported, which {@link EventRules} and {@link
   * Refusals} report.
   */
  Optional<FlowNode> read(Scope scope, Element node) {
    if (!EventDefinitions.isEvent(node)) {
      return Optional.empty();
    }
    return EventDefinitions.activityType(node)
        .flatMap(type -> kinds.get(node.kind()).read(scope, node, infos.of(scope, node, type)));
  }

  private Optional<FlowNode> startEvent(Scope scope, Element event, NodeInfo info) {
    boolean beginsProcess = scope.element().is("process");
    TriggerReader reader = beginsProcess ? triggersOfProcess : triggers;
    boolean isFilledIn = beginsProcess && EventDefinitions.of(event).isEmpty();
    FormInfo form = isFilledIn ? forms.read(event) : forms.passOver(event);
    return reader
        .read(event)
        .map(trigger -> new StartEvent(info, trigger, event.given("camunda:formKey"), form));
  }

  private Optional<FlowNode> catchEvent(Scope scope, Element event, NodeInfo info) {
    if (EventDefinitions.has(event, "linkEventDefinition")) {
      return Optional.of(new LinkCatchEvent(info));
    }
    return triggers.read(event).map(trigger -> new IntermediateCatchEvent(info, trigger));
  }

  private Optional<FlowNode> boundaryEvent(Scope scope, Element event, NodeInfo info) {
    Optional<Trigger> trigger = triggers.read(event);
    return trigger.map(
        read ->
            new BoundaryEvent(
                info,
                scope.entryOf(event.reference("attachedToRef")),
                !event.isFalse("cancelActivity"),
                read));
  }

  private Optional<FlowNode> throwEvent(Scope scope, Element event, NodeInfo info) {
    return throwEvents.read(scope, event, info);
  }
}
