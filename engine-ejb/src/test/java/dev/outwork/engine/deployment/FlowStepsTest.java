package dev.outwork.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Listeners of sequence flows become work that a token waits for between two nodes. */
class FlowStepsTest extends CodedProcess {
  private static final String TAKEN =
      """
      <extensionElements>
        <camunda:executionListener class="First" event="take"/>
        <camunda:executionListener expression="${second.run(execution)}" event="start"/>
      </extensionElements>
      """;

  /** start --> n --> end, with something on the flow to the end. */
  private static String flow(String onFlow) {
    return around("<manualTask id=\"n\" name=\"N\"/>")
        .replace("targetRef=\"end\"/>", "targetRef=\"end\">%s</sequenceFlow>".formatted(onFlow));
  }

  /** start --> n --> (first, second) --> end. */
  @Test
  void listeners_of_a_flow_are_waited_for_between_its_nodes() {
    DeploymentWithDefinitions deployed = deployed(flow(TAKEN));
    assertThat(deployed.codeTopics())
        .extracting(
            ProcessDefinitionTopic::activityId,
            ProcessDefinitionTopic::activityName,
            ProcessDefinitionTopic::topic)
        .containsExactly(tuple("n#take-1", "N", "First"), tuple("n#take-2", "N", "second.run"));
    ProcessInstance instance = engine.start("coded", Map.of());

    LockedExternalTask first = fetched("First");
    assertThat(first.extensionProperties())
        .contains(
            entry(CodeProperty.EVENT, "take"),
            entry(CodeProperty.TRANSITION, "out"),
            entry(CodeProperty.ACTIVITY_NAME, "N"));
    assertThat(engine.path(instance)).contains("n").doesNotContain("end");
    alice.completes(first, Map.of("a", 1));
    LockedExternalTask second = alice.fetchesOne("second.run");
    assertThat(second.variables()).containsKey("a");
    alice.completes(second);

    assertThat(engine.path(instance)).contains("end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_join_waits_for_the_listeners_on_the_flows_to_it() {
    ProcessInstance instance =
        started(
            around(
                    """
                <parallelGateway id="n"/>
                <manualTask id="a"/><manualTask id="b"/>
                <sequenceFlow id="na" sourceRef="n" targetRef="a"/>
                <sequenceFlow id="nb" sourceRef="n" targetRef="b"><extensionElements><camunda:executionListener class="B" event="take"/></extensionElements></sequenceFlow>
                <sequenceFlow id="aj" sourceRef="a" targetRef="join"><extensionElements><camunda:executionListener class="A" event="take"/></extensionElements></sequenceFlow>
                <sequenceFlow id="bj" sourceRef="b" targetRef="join"/>
                <inclusiveGateway id="join"/>
                <sequenceFlow id="je" sourceRef="join" targetRef="joined"/>
                <endEvent id="joined"/>
                """)
                .replace("<sequenceFlow id=\"out\" sourceRef=\"n\" targetRef=\"end\"/>", ""),
            Map.of());

    alice.does("B");
    assertThat(engine.path(instance)).doesNotContain("joined");
    alice.does("A");

    assertThat(engine.path(instance).stream().filter("joined"::equals)).hasSize(1);
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_transition_that_is_started_from_outside_waits_for_its_listeners() {
    deployed(
        flow(TAKEN)
            .replace("<manualTask id=\"n\" name=\"N\"/>", "<userTask id=\"n\" name=\"N\"/>"));
    ProcessInstance instance = engine.start("coded", Map.of());
    engine
        .runtime()
        .modifyProcessInstance(
            instance.id(),
            List.of(
                new ModificationInstruction(
                    ModificationInstruction.Type.START_TRANSITION,
                    null,
                    "out",
                    null,
                    null,
                    null,
                    Map.of(),
                    Map.of())),
            false);

    alice.does("First");
    alice.does("second.run");

    assertThat(engine.path(instance)).contains("end");
  }

  @Test
  void an_error_of_a_flows_listener_is_caught_around_it() {
    ProcessInstance instance =
        started(
            around(
                """
                <subProcess id="n">
                  <startEvent id="inside"/>
                  <sequenceFlow id="i" sourceRef="inside" targetRef="never"><extensionElements><camunda:executionListener class="L" event="take"/></extensionElements></sequenceFlow>
                  <endEvent id="never"/>
                </subProcess>
                <boundaryEvent id="caught" attachedToRef="n"><errorEventDefinition errorRef="late"/></boundaryEvent>
                <endEvent id="late_end"/>
                <sequenceFlow id="l" sourceRef="caught" targetRef="late_end"/>
                """),
            Map.of());

    alice.raises(alice.fetchesOne("L"), "LATE");

    assertThat(engine.path(instance)).contains("late_end").doesNotContain("never", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void no_token_goes_along_the_flows_after_an_event_based_gateway() {
    assertRefused(
        """
        <eventBasedGateway id="n"/>
        <sequenceFlow id="w" sourceRef="n" targetRef="wait"><extensionElements><camunda:executionListener class="L" event="take"/></extensionElements></sequenceFlow>
        <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
        """,
        "has a listener that is code, but comes after event based gateway 'n'");
  }
}
