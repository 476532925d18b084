package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static dev.outwork.comparison.Operated.Step.after;
import static dev.outwork.comparison.Operated.Step.before;
import static dev.outwork.comparison.Operated.Step.cancelAll;
import static dev.outwork.comparison.Operated.Step.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.comparison.Operated.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals while one instance of a call hierarchy is suspended. */
class SuspensionComparisonTest {
  private static final Operated CAMUNDA = new OperatedCamunda(BOTH.camunda().engine());
  private static final Operated OUTWORK = new OperatedOutwork(BOTH.outwork().engine());

  /** An action, with names that end with the key of the test. */
  private interface Deed {
    void on(Played engine, Operated operator, String key, String caller, String called);
  }

  /** caller: start --> call --> next --> soon (asyncBefore); error and message boundary events */
  private static String tree(String key) {
    return """
    <error id="E%1$s" errorCode="E"/>
    <message id="stop%1$s" name="stop%1$s"/>
    <message id="end%1$s" name="end%1$s"/>
    <process id="caller%1$s" isExecutable="true">
      <startEvent id="start"/>
      <sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
      <callActivity id="call" calledElement="called%1$s"/>
      <sequenceFlow id="f2" sourceRef="call" targetRef="next"/>
      <serviceTask id="next" camunda:type="external" camunda:topic="next%1$s"/>
      <sequenceFlow id="f3" sourceRef="next" targetRef="soon"/>
      <userTask id="soon" camunda:asyncBefore="true"/>
      <boundaryEvent id="failed" attachedToRef="call"><errorEventDefinition id="d1" errorRef="E%1$s"/></boundaryEvent>
      <sequenceFlow id="f4" sourceRef="failed" targetRef="next"/>
      <boundaryEvent id="stopped" attachedToRef="call"><messageEventDefinition id="d2" messageRef="stop%1$s"/></boundaryEvent>
      <sequenceFlow id="f5" sourceRef="stopped" targetRef="next"/>
      <subProcess id="rule" triggeredByEvent="true">
        <startEvent id="broken" isInterrupting="false">
          <conditionalEventDefinition id="d3"><condition xsi:type="tFormalExpression">${x == 1}</condition></conditionalEventDefinition>
        </startEvent>
        <sequenceFlow id="f6" sourceRef="broken" targetRef="look"/>
        <userTask id="look"/>
      </subProcess>
    </process>
    <process id="called%1$s" isExecutable="true">
      <startEvent id="begin"/>
      <sequenceFlow id="g1" sourceRef="begin" targetRef="work"/>
      <serviceTask id="work" camunda:type="external" camunda:topic="work%1$s"/>
      <boundaryEvent id="quick" attachedToRef="work"><messageEventDefinition id="d4" messageRef="end%1$s"/></boundaryEvent>
    </process>
    """
        .formatted(key);
  }

  private static Deed modifying(Step... steps) {
    return (engine, operator, key, caller, called) -> operator.modify(caller, List.of(steps));
  }

  static Stream<Arguments> deeds() {
    Map<String, Deed> all =
        Map.ofEntries(
            Map.entry("complete", (e, o, key, caller, called) -> e.complete("work" + key)),
            Map.entry("raise", (e, o, key, caller, called) -> e.raise("work" + key, "E", Map.of())),
            Map.entry(
                "raiseUncaught",
                (e, o, key, caller, called) -> e.raise("work" + key, "other", Map.of())),
            Map.entry(
                "messageToCalled",
                (e, o, key, caller, called) -> e.correlate("end" + key, Map.of())),
            Map.entry(
                "messageToCaller",
                (e, o, key, caller, called) -> e.correlate("stop" + key, Map.of())),
            Map.entry("condition", (e, o, key, caller, called) -> e.setVariable(caller, "x", 1)),
            Map.entry("variable", (e, o, key, caller, called) -> e.setVariable(caller, "y", 1)),
            Map.entry("startBefore", modifying(before("next"))),
            Map.entry("startAfter", modifying(after("call", null))),
            Map.entry("startTransition", modifying(take("f2"))),
            Map.entry("startBehindBorder", modifying(before("soon"))),
            Map.entry("startByTransitionBehindBorder", modifying(take("f3"))),
            Map.entry("startInside", modifying(before("look"))),
            Map.entry("cancel", modifying(cancelAll("call"))),
            Map.entry("cancelAndStart", modifying(cancelAll("call"), before("next"))),
            Map.entry(
                "cancelInCalled",
                (e, o, key, caller, called) -> o.modify(called, List.of(cancelAll("work")))));
    return all.entrySet().stream()
        .flatMap(
            deed ->
                Stream.of(true, false)
                    .map(outer -> Arguments.of(deed.getKey(), outer, deed.getValue())));
  }

  @ParameterizedTest(name = "{0}, the caller is suspended: {1}")
  @MethodSource("deeds")
  void it_is_done(String name, boolean outer, Deed deed) {
    String key = name + outer;

    assertThat(seen(BOTH.outwork(), OUTWORK, key, outer, deed))
        .isEqualTo(seen(BOTH.camunda(), CAMUNDA, key, outer, deed));
  }

  private static List<String> seen(
      Played engine, Operated operator, String key, boolean outer, Deed deed) {
    engine.deploy(Comparison.document(tree(key)));
    String caller = engine.start("caller" + key, Map.of("x", 0));
    String called = operator.calledBy(caller);
    operator.setSuspended(outer ? caller : called, true);

    List<String> seen = new ArrayList<>();
    seen.add(outcome(() -> deed.on(engine, operator, key, caller, called)));
    seen.add(operator.stand(caller));
    seen.add(operator.stand(called));
    if (seen.stream().anyMatch(stand -> stand.startsWith("SUSPENDED"))) {
      operator.setSuspended(outer ? caller : called, false);
      seen.add(operator.stand(caller));
      seen.add(operator.stand(called));
    }
    engine.runJobs();
    return seen;
  }

  // A task that cannot be fetched is an assertion of the verb's.
  private static String outcome(Runnable command) {
    try {
      command.run();
      return "done";
    } catch (RuntimeException | AssertionError e) {
      return "refused";
    }
  }
}
