package dev.outwork.engine.bpmn.reader;

/** An event sub-process has no incoming flow, so most features of a sub-process do not apply. */
final class EventSubProcessRules implements Rule {
  private final Problems problems;

  EventSubProcessRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    scope.nodes().stream().filter(Scope::isEventSubProcess).forEach(this::check);
  }

  private void check(Element subProcess) {
    refuse(subProcess, Scope.isMultiInstance(subProcess), "cannot be multi-instance");
    refuse(subProcess, Compensations.isHandler(subProcess), "cannot be a compensation handler");
    refuse(
        subProcess,
        subProcess.extensions("camunda:inputOutput").findAny().isPresent(),
        "cannot have parameters");
  }

  private void refuse(Element subProcess, boolean has, String rule) {
    if (has) {
      problems.add(subProcess, "is triggered by an event and " + rule);
    }
  }
}
