package dev.outwork.engine.bpmn.reader;

/** An event has one event definition, unless it is a none event. */
final class EventRules implements Rule {
  private final Problems problems;

  EventRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    scope.nodes().stream().filter(EventDefinitions::isEvent).forEach(this::check);
  }

  private void check(Element event) {
    int definitions = EventDefinitions.of(event).size();
    if (definitions > 1) {
      problems.add(event, "has several event definitions: only one is supported");
    }
    if (definitions == 0
        && EventDefinitions.activityType(event).isEmpty()
        && event.child("eventDefinitionRef").isEmpty()) {
      problems.add(event, "has no event definition: draw the event that it waits for");
    }
  }
}
