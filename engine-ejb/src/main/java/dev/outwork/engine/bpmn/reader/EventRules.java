package dev.outwork.engine.bpmn.reader;

/** An event is about one thing, unless it is a none event. */
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
      problems.add(event, "has several event definitions; one only is supported");
    }
    if (definitions == 0
        && EventDefinitions.activityType(event).isEmpty()
        && event.child("eventDefinitionRef").isEmpty()) {
      problems.add(event, "has no event definition: say what it waits for");
    }
  }
}
