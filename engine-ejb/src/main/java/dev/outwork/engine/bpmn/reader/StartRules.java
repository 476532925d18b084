package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Set;

/** The start events of a process and of a sub-process. */
final class StartRules implements Rule {
  private static final Set<String> BEGIN_A_PROCESS =
      Set.of(
          "messageEventDefinition",
          "timerEventDefinition",
          "signalEventDefinition",
          "conditionalEventDefinition");

  private final Problems problems;

  StartRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    if (scope.startEvents().isEmpty()) {
      problems.add(scope.element(), "has no start event");
    }
    if (Scope.isEventSubProcess(scope.element())) {
      checkEventSubProcess(scope);
    } else {
      scope.startEvents().forEach(this::checkInterruptsNothing);
      checkOneNoneStart(scope);
    }
  }

  private void checkEventSubProcess(Scope scope) {
    refuseMoreThanOne(scope, scope.startEvents());
    for (Element start : scope.startEvents()) {
      if (EventDefinitions.of(start).isEmpty()) {
        problems.add(
            start,
            "has no event definition, but starts the event sub-process '%s'"
                .formatted(scope.element().id()),
            scope.element());
      }
      if (EventDefinitions.has(start, "compensateEventDefinition")) {
        checkCompensation(scope, start);
      }
      if (EventDefinitions.has(start, "errorEventDefinition") && start.isFalse("isInterrupting")) {
        problems.add(start, "has isInterrupting=\"false\", but an error always interrupts");
      }
    }
  }

  private void checkCompensation(Scope scope, Element start) {
    if (start.isFalse("isInterrupting")) {
      problems.add(
          start, "has isInterrupting=\"false\", but compensation interrupts nothing: leave it out");
    }
    Element around = scope.outer().orElseThrow().element();
    if (around.is("process") || Scope.isEventSubProcess(around)) {
      problems.add(
          start,
          "compensates %s, which cannot be compensated: draw a sub-process around what is to be compensated"
              .formatted(around),
          around);
    }
  }

  private void checkInterruptsNothing(Element start) {
    if (start.isFalse("isInterrupting")) {
      problems.warn(
          start, "has isInterrupting=\"false\", which is ignored: there is nothing to interrupt");
    }
  }

  private void checkOneNoneStart(Scope scope) {
    List<Element> none =
        scope.startEvents().stream().filter(start -> EventDefinitions.of(start).isEmpty()).toList();
    refuseMoreThanOne(scope, none);
    for (Element start : scope.startEvents()) {
      EventDefinitions.first(start).ifPresent(definition -> check(scope, start, definition));
    }
  }

  private void check(Scope scope, Element start, Element definition) {
    if (!scope.element().is("process")) {
      problems.add(
          start,
          "has an event definition, but %s begins when a token enters it: draw an event sub-process for the event"
              .formatted(scope.element()),
          scope.element());
    } else if (Whitelist.of(definition).isPresent()
        && !BEGIN_A_PROCESS.contains(definition.kind())
        && EventDefinitions.activityType(start).isPresent()) {
      problems.add(
          start,
          "has an %s, which cannot start a process: draw an event sub-process for it"
              .formatted(definition.kind()));
    }
  }

  private void refuseMoreThanOne(Scope scope, List<Element> starts) {
    for (Element another : starts.stream().skip(1).toList()) {
      problems.add(
          another,
          "is redundant: %s can have only one start event%s"
              .formatted(
                  scope.element(),
                  scope.element().is("process") ? " without an event definition" : ""),
          scope.element());
    }
  }
}
