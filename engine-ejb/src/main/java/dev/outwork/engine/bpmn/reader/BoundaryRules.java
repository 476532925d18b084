package dev.outwork.engine.bpmn.reader;

import java.util.Optional;
import java.util.Set;

/** Boundary events are attached to activities. */
final class BoundaryRules implements Rule {
  private static final Set<String> ALWAYS_INTERRUPT =
      Set.of("errorEventDefinition", "cancelEventDefinition");

  private final Problems problems;

  BoundaryRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    for (Element event : scope.nodes("boundaryEvent")) {
      checkAttachment(scope, event);
      if (event.isFalse("cancelActivity")) {
        EventDefinitions.first(event)
            .filter(definition -> ALWAYS_INTERRUPT.contains(definition.kind()))
            .ifPresent(
                definition ->
                    problems.add(
                        event,
                        "has cancelActivity=\"false\", but an %s always ends the activity"
                            .formatted(definition.kind().replace("EventDefinition", ""))));
      }
    }
  }

  private void checkAttachment(Scope scope, Element event) {
    String id = event.reference("attachedToRef");
    Optional<Element> activity = scope.node(id);
    if (activity.isEmpty()) {
      problems.add(
          event,
          "is attached to '%s', which is not a node of %s"
              .formatted(id == null ? "" : id, scope.element()));
    } else if (Whitelist.of(activity.get()).isPresent()) {
      checkAttachment(event, activity.get());
    }
  }

  private void checkAttachment(Element event, Element activity) {
    if (Scope.isEventSubProcess(activity)) {
      checkAtEventSubProcess(event, activity);
    } else if (!isActivity(activity)) {
      problems.add(
          event, "is attached to %s, which is not an activity".formatted(activity), activity);
    } else if (Compensations.isHandler(activity)) {
      refuseAtHandler(event, activity);
    } else if (EventDefinitions.has(event, "cancelEventDefinition")
        && !activity.is("transaction")) {
      problems.add(
          event,
          "is attached to %s, but only a transaction can be cancelled".formatted(activity),
          activity);
    }
  }

  private void refuseAtHandler(Element event, Element handler) {
    problems.add(
        event,
        "is attached to %s, which is a compensation handler: draw a sub-process around it, and the event inside"
            .formatted(handler),
        handler);
  }

  private void checkAtEventSubProcess(Element event, Element subProcess) {
    String definition = EventDefinitions.first(event).map(Element::kind).orElse("");
    if (Scope.isCompensationSubProcess(subProcess)) {
      refuseAtHandler(event, subProcess);
    } else if (definition.equals("compensateEventDefinition")
        || definition.equals("cancelEventDefinition")) {
      problems.add(
          event,
          "is attached to %s, which is triggered by an event and can neither be compensated nor cancelled"
              .formatted(subProcess),
          subProcess);
    }
  }

  /** Whether a token can stay there: tasks, sub-processes and call activities. */
  static boolean isActivity(Element node) {
    return !EventDefinitions.isEvent(node)
        && !node.kind().endsWith("Gateway")
        && !Scope.isEventSubProcess(node);
  }
}
