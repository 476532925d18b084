package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Optional;

/** The compensation handler of an activity is associated with its compensation boundary event. */
final class CompensationRules implements Rule {
  private final Problems problems;

  CompensationRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    scope.compensations().events().forEach(event -> checkEvent(scope, event));
    for (Element node : scope.nodes()) {
      // That an event sub-process can be none is told already.
      if (Compensations.isHandler(node) && !Scope.isEventSubProcess(node)) {
        checkHandler(scope, node);
      }
      if (node.is("intermediateThrowEvent") || node.is("endEvent")) {
        EventDefinitions.first(node)
            .filter(definition -> definition.is("compensateEventDefinition"))
            .ifPresent(definition -> checkActivity(scope, node, definition));
      }
    }
  }

  private void checkEvent(Scope scope, Element event) {
    List<String> handlers = scope.compensations().handlerIdsOf(event);
    if (handlers.isEmpty()) {
      problems.warn(
          event, "has no association to a compensation handler: the activity is not compensated");
      return;
    }
    if (handlers.size() > 1) {
      problems.add(
          event,
          "has %d associations: draw one to the compensation handler".formatted(handlers.size()));
      return;
    }
    refuseSecondHandler(scope, event);
    Optional<Element> handler = scope.node(handlers.get(0));
    if (handler.isEmpty()) {
      problems.add(
          event,
          "is associated with '%s', which is not a node of %s"
              .formatted(handlers.get(0), scope.element()));
    } else if (!Compensations.isHandler(handler.get())) {
      problems.add(
          event,
          "is associated with %s, which is not marked as isForCompensation=\"true\""
              .formatted(handler.get()),
          handler.get());
    }
  }

  private void refuseSecondHandler(Scope scope, Element event) {
    scope.node(event.reference("attachedToRef")).stream()
        .flatMap(activity -> activity.children("subProcess"))
        .filter(Scope::isCompensationSubProcess)
        .forEach(
            inside ->
                problems.add(
                    event,
                    "compensates an activity that %s inside it compensates: draw one of them"
                        .formatted(inside),
                    inside));
  }

  private void checkHandler(Scope scope, Element handler) {
    List<Element> events = scope.compensations().eventsOf(handler);
    if (events.isEmpty()) {
      problems.warn(
          handler,
          "is for compensation, but no compensation boundary event is associated with it: it never starts");
    } else if (events.size() > 1) {
      problems.add(
          handler,
          "is for compensation, but %d compensation boundary events are associated with it: draw exactly one association"
              .formatted(events.size()),
          events.toArray(Element[]::new));
    }
  }

  private void checkActivity(Scope scope, Element event, Element definition) {
    String id =
        definition.given("activityRef") == null ? null : definition.reference("activityRef");
    if (id != null && activity(scope, id).isEmpty()) {
      problems.add(
          event, "compensates '%s', which is not an activity of %s".formatted(id, scope.element()));
    }
  }

  private static Optional<Element> activity(Scope scope, String id) {
    Optional<Element> here = scope.node(id).filter(BoundaryRules::isActivity);
    return here.isPresent() || !Scope.isEventSubProcess(scope.element())
        ? here
        : scope.outer().flatMap(outer -> activity(outer, id));
  }
}
