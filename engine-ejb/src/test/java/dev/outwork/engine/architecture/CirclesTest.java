package dev.outwork.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Classes of a package can be understood one after the other. */
class CirclesTest {
  /** Classes of a package that know each other, each with the reason. */
  private static final List<Set<String>> CIRCLES =
      List.of(
          // An activity knows its instance, and an instance its activities.
          Set.of("Activities", "Activity", "Running"),
          // Nodes act on a token, which is told what each kind of node needs.
          Set.of(
              "BoundaryEvent",
              "BusinessRuleTask",
              "CallActivity",
              "CatchingNode",
              "ExclusiveGateway",
              "ExternalActivity",
              "FlowNode",
              "InclusiveGateway",
              "NodeInfo",
              "Outgoing",
              "SignalThrowEvent",
              "Token",
              "UserTask"),
          // A sealed type, its records, and the visitor of them.
          Set.of(
              "ConditionalTrigger", "MessageTrigger", "SignalTrigger", "TimerTrigger", "Trigger"),
          // A schedule may be a cron cycle, which yields schedules.
          Set.of("Cycle", "Schedule"),
          // Elements stand in elements.
          Set.of("ActivityReader", "NodeReader", "ProcessReader", "UserTaskReader"),
          // Which flows need a condition depends on the gateway, and what a gateway needs on these.
          Set.of("FlowRules", "GatewayRules"),
          // A rule checks a scope, which groups its links as the rule for links names them.
          Set.of("LinkRules", "Rule", "Scope"),
          // A value may say itself of which kind it is.
          Set.of("CallReceiver", "Kind"),
          // JSON becomes parts, which become JSON.
          Set.of("JsonPart", "JsonTexts", "VariableValue"),
          // Two tables, each of which can be reached from the other one.
          Set.of("ActivityInstanceEntity", "ProcessInstanceEntity"),
          // The way to the database, and what is sent by it.
          Set.of("Jdbc", "Sql", "Writes"),
          // A row names what its store waits for.
          Set.of("JobRow", "JobStore"));

  @Test
  void classes_of_a_package_form_no_circles_but_these() {
    assertThat(Circles.in(EngineClasses.ALL))
        .allMatch(circle -> CIRCLES.stream().anyMatch(known -> known.containsAll(circle)));
  }
}
