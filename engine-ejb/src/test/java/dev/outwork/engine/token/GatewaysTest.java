package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.FlowNode;

/** Which ways a token takes (BPMN 2.0, chapters 8.3.13 and 10.6.2). */
class GatewaysTest extends SharedEngineTest {
  /**
   * start --> judge (external) --> how big? --[${amount > 1000}]--> big, --[${amount > 100}]-->
   * medium.
   */
  private static final BpmnModelInstance WITHOUT_DEFAULT =
      Bpmn.createExecutableProcess("judging")
          .startEvent("start")
          .serviceTask("judge")
          .operatonExternalTask("judge")
          .exclusiveGateway("how-big")
          .condition("big", "${amount > 1000}")
          .endEvent("big")
          .moveToNode("how-big")
          .condition("medium", "${amount > 100}")
          .endEvent("medium")
          .done();

  /** start --> which? --(default)--> other, --[${kind == 'one'}]--> one. */
  private static final BpmnModelInstance WITH_DEFAULT =
      withDefault(
          Bpmn.createExecutableProcess("defaulting")
              .startEvent("start")
              .exclusiveGateway("which")
              .sequenceFlowId("to-other")
              .endEvent("other")
              .moveToNode("which")
              .condition("one", "${kind == 'one'}")
              .endEvent("one")
              .done(),
          "which",
          "to-other");

  /**
   * start --> pack (external) --[${fragile}]--> pad (external), --[${heavy}]--> lift (external).
   */
  private static BpmnModelInstance packing() {
    return Bpmn.createExecutableProcess("packing")
        .startEvent("start")
        .serviceTask("pack")
        .operatonExternalTask("pack")
        .condition("fragile", "${fragile}")
        .serviceTask("pad")
        .operatonExternalTask("pad")
        .moveToNode("pack")
        .condition("heavy", "${heavy}")
        .serviceTask("lift")
        .operatonExternalTask("lift")
        .done();
  }

  @Test
  void an_exclusive_gateway_takes_the_first_flow_whose_condition_is_true() {
    ProcessInstance instance = start(WITHOUT_DEFAULT);

    alice.completes(alice.fetchesOne("judge"), Map.of("amount", TypedValue.integer(5_000)));

    assertThat(engine.path(instance)).containsExactly("start", "judge", "how-big", "big");
  }

  @Test
  void an_exclusive_gateway_skips_a_flow_whose_condition_is_false() {
    ProcessInstance instance = start(WITHOUT_DEFAULT);

    alice.completes(alice.fetchesOne("judge"), Map.of("amount", TypedValue.integer(500)));

    assertThat(engine.path(instance)).containsExactly("start", "judge", "how-big", "medium");
  }

  @Test
  void an_exclusive_gateway_without_a_true_condition_refuses_the_completion_and_changes_nothing() {
    ProcessInstance instance = start(WITHOUT_DEFAULT);
    LockedExternalTask task = alice.fetchesOne("judge");

    assertThatThrownBy(() -> alice.completes(task, Map.of("amount", TypedValue.integer(5))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessage(
            "ENGINE-02004 No outgoing sequence flow for the element with id 'how-big' could be selected for continuing the process.");

    assertThat(engine.path(instance)).containsExactly("start", "judge");
    assertThat(engine.runtime().variables(instance.id())).isEmpty();
    assertThat(bob.fetches("judge")).isEmpty();
    alice.completes(task, Map.of("amount", TypedValue.integer(5_000)));
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void the_default_flow_is_taken_if_no_condition_holds() {
    ProcessInstance instance = start(WITH_DEFAULT, Map.of("kind", TypedValue.string("two")));

    assertThat(engine.path(instance)).containsExactly("start", "which", "other");
  }

  @Test
  void the_default_flow_is_not_taken_if_a_condition_holds_even_if_it_is_drawn_first() {
    ProcessInstance instance = start(WITH_DEFAULT, Map.of("kind", TypedValue.string("one")));

    assertThat(engine.path(instance)).containsExactly("start", "which", "one");
  }

  @Test
  void a_condition_on_an_unknown_variable_refuses_the_start_and_names_the_flow_and_the_variable() {
    assertThatThrownBy(() -> start(WITH_DEFAULT))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("sequence flow")
        .hasMessageContaining("process 'defaulting'")
        .hasMessageContaining("'kind'");
  }

  @Test
  void a_condition_that_is_neither_true_nor_false_refuses_the_completion() {
    start(packing());
    LockedExternalTask task = alice.fetchesOne("pack");

    assertThatThrownBy(
            () ->
                alice.completes(
                    task,
                    Map.of("fragile", TypedValue.string("very"), "heavy", TypedValue.bool(true))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("neither true nor false");
  }

  @Test
  void every_conditional_flow_out_of_a_task_that_holds_gets_a_token() {
    ProcessInstance instance = start(packing());

    alice.completes(
        alice.fetchesOne("pack"),
        Map.of("fragile", TypedValue.bool(true), "heavy", TypedValue.bool(true)));

    assertThat(engine.path(instance)).containsExactly("start", "pack", "pad", "lift");
    alice.does("lift");
    assertThat(engine.waitsAt(instance)).containsExactly("pad");
    alice.does("pad");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_conditional_flow_out_of_a_task_that_does_not_hold_gets_none() {
    ProcessInstance instance = start(packing());

    alice.completes(
        alice.fetchesOne("pack"),
        Map.of("fragile", TypedValue.bool(false), "heavy", TypedValue.bool(true)));

    assertThat(engine.waitsAt(instance)).containsExactly("lift");
  }

  @Test
  void a_task_none_of_whose_conditional_flows_holds_refuses_its_completion() {
    ProcessInstance instance = start(packing());
    LockedExternalTask task = alice.fetchesOne("pack");

    assertThatThrownBy(
            () ->
                alice.completes(
                    task,
                    Map.of("fragile", TypedValue.bool(false), "heavy", TypedValue.bool(false))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessage(
            "ENGINE-02006 No conditional sequence flow leaving the Flow Node 'pack' could be selected for continuing the process.");

    assertThat(engine.waitsAt(instance)).containsExactly("pack");
  }

  /** As above, with a default flow to a plain end. */
  @Test
  void a_task_takes_its_default_flow_if_no_condition_holds() {
    ProcessInstance instance =
        start(
            withDefault(
                packing()
                    .<FlowNode>getModelElementById("pack")
                    .builder()
                    .sequenceFlowId("plain")
                    .endEvent("end")
                    .done(),
                "pack",
                "plain"));

    alice.completes(
        alice.fetchesOne("pack"),
        Map.of("fragile", TypedValue.bool(false), "heavy", TypedValue.bool(false)));

    assertThat(engine.path(instance)).containsExactly("start", "pack", "end");
  }
}
