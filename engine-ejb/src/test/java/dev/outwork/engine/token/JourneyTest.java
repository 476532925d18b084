package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Where tokens go and where they rest (BPMN 2.0, chapters 13.2 and 13.3). */
class JourneyTest extends SharedEngineTest {
  /** start --> again (task) --> more? --[${more}]--> again, else --> end. */
  private static final BpmnModelInstance SPINNING =
      withDefault(
          Bpmn.createExecutableProcess("spinning")
              .startEvent("start")
              .serviceTask("work")
              .operatonExternalTask("work")
              .manualTask("again")
              .exclusiveGateway("more")
              .condition("more", "${more}")
              .connectTo("again")
              .moveToNode("more")
              .sequenceFlowId("enough")
              .endEvent("end")
              .done(),
          "more",
          "enough");

  /** start --> sort (manual) --> weigh (external) --> print (task) --> ship (external) --> end. */
  @Test
  void a_token_passes_what_needs_no_worker_and_waits_where_one_is_needed() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("posting")
                .startEvent("start")
                .manualTask("sort")
                .serviceTask("weigh")
                .operatonExternalTask("weigh")
                .manualTask("print")
                .sendTask("ship")
                .operatonType("external")
                .operatonTopic("ship")
                .endEvent("end")
                .done());
    assertThat(engine.path(instance)).containsExactly("start", "sort", "weigh");

    alice.does("weigh");

    assertThat(engine.path(instance)).containsExactly("start", "sort", "weigh", "print", "ship");
    assertThat(engine.waitsAt(instance)).containsExactly("ship");
    assertThat(engine.state(instance)).isEqualTo("ACTIVE");

    alice.does("ship");

    assertThat(engine.path(instance)).endsWith("ship", "end");
    assertThat(engine.waitsAt(instance)).isEmpty();
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> sort (manual) --> end. */
  @Test
  void an_instance_without_a_wait_state_has_ended_when_its_start_returns() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("sorting")
                .startEvent("start")
                .manualTask("sort")
                .endEvent("end")
                .done());

    assertThat(instance.ended()).isTrue();
    assertThat(engine.path(instance)).containsExactly("start", "sort", "end");
    assertThat(engine.runtime().processInstance(instance.id())).isEmpty();
    HistoricProcessInstance past = engine.history().processInstance(instance.id()).orElseThrow();
    assertThat(past.state()).isEqualTo("COMPLETED");
    assertThat(past.endTime()).isEqualTo(engine.clock().instant());
  }

  /** start --> work (external), and nothing after it. */
  @Test
  void a_token_ends_where_there_is_no_way_out() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("ending")
                .startEvent("start")
                .serviceTask("work")
                .operatonExternalTask("work")
                .done());

    alice.does("work");

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> work (external) --> enough? --[${count &lt; 3}]--> work, else --> end. */
  @Test
  void a_loop_goes_round_until_its_condition_fails() {
    ProcessInstance instance =
        start(
            withDefault(
                Bpmn.createExecutableProcess("counting")
                    .startEvent("start")
                    .serviceTask("work")
                    .operatonExternalTask("work")
                    .exclusiveGateway("enough")
                    .condition("not yet", "${count < 3}")
                    .connectTo("work")
                    .moveToNode("enough")
                    .sequenceFlowId("yes")
                    .endEvent("end")
                    .done(),
                "enough",
                "yes"));

    for (int count = 1; count <= 3; count++) {
      alice.completes(alice.fetchesOne("work"), Map.of("count", TypedValue.integer(count)));
    }

    assertThat(engine.path(instance))
        .containsExactly("start", "work", "enough", "work", "enough", "work", "enough", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> turn (manual) --> turn, for ever. */
  @Test
  void a_start_that_would_never_rest_is_refused_and_leaves_nothing() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("turning")
            .startEvent("start")
            .manualTask("turn")
            .connectTo("turn")
            .done();

    assertThatThrownBy(() -> start(model))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("process 'turning' loops without a wait state");

    assertThat(
            Rows.count(
                engine.database(),
                "select count(*) from process_instance where definition_key = 'turning'"))
        .isZero();
  }

  @Test
  void a_completion_after_which_tokens_would_never_rest_is_refused_and_changes_nothing() {
    ProcessInstance instance = start(SPINNING);
    LockedExternalTask task = alice.fetchesOne("work");

    assertThatThrownBy(() -> alice.completes(task, Map.of("more", TypedValue.bool(true))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("loops without a wait state");

    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(engine.runtime().variables(instance.id())).isEmpty();
    alice.completes(task, Map.of("more", TypedValue.bool(false)));
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /**
   * start --> count (manual, adds one) --> enough? --[${count &lt; 4500}]--> count, else --> end.
   */
  @Test
  void thousands_of_nodes_can_be_passed_in_one_transaction() {
    ProcessInstance instance =
        start(
            withDefault(
                Bpmn.createExecutableProcess("running")
                    .startEvent("start")
                    .manualTask("count")
                    .operatonOutputParameter("count", "${count + 1}")
                    .exclusiveGateway("enough")
                    .condition("not yet", "${count < 4500}")
                    .connectTo("count")
                    .moveToNode("enough")
                    .sequenceFlowId("yes")
                    .endEvent("end")
                    .done(),
                "enough",
                "yes"),
            Map.of("count", TypedValue.integer(0)));

    assertThat(engine.path(instance)).hasSize(9_002).endsWith("count", "enough", "end");
  }

  /** start --> work (external) on the topic ${topic}, of the priority ${urgency} --> end. */
  private static final BpmnModelInstance CHOOSING =
      Bpmn.createExecutableProcess("choosing")
          .startEvent("start")
          .serviceTask("work")
          .operatonExternalTask("${topic}")
          .operatonTaskPriority("${urgency}")
          .endEvent("end")
          .done();

  @Test
  void topic_and_priority_of_a_task_are_evaluated_when_it_is_created() {
    start(CHOOSING, Map.of("topic", TypedValue.string("paint"), "urgency", TypedValue.integer(-7)));

    assertThat(alice.fetchesOne("paint").task().priority()).isEqualTo(-7);
  }

  @Test
  void a_task_without_a_topic_waits_and_cannot_be_fetched() {
    ProcessInstance instance =
        start(CHOOSING, Map.of("topic", TypedValue.NULL, "urgency", TypedValue.integer(0)));

    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(engine.externalTasks().externalTasks(ListQuery.all()).get(0).topicName()).isNull();
  }

  @Test
  void a_topic_that_is_too_long_is_refused() {
    Map<String, TypedValue> variables =
        Map.of("topic", TypedValue.string("x".repeat(256)), "urgency", TypedValue.integer(0));

    assertThatThrownBy(() -> start(CHOOSING, variables))
        .isInstanceOfSatisfying(
            ProcessEngineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProcessEngineException.VALUE_TOO_LONG))
        .hasMessageContaining("serviceTask 'work'")
        .hasMessageContaining("256");
  }

  @Test
  void a_topic_that_is_no_text_and_a_priority_that_is_no_whole_number_are_refused() {
    Map<String, TypedValue> numberAsTopic =
        Map.of("topic", TypedValue.integer(5), "urgency", TypedValue.integer(0));
    Map<String, TypedValue> textAsPriority =
        Map.of("topic", TypedValue.string("paint"), "urgency", TypedValue.string("high"));

    assertThatThrownBy(() -> start(CHOOSING, numberAsTopic))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("its topic is not a string");
    assertThatThrownBy(() -> start(CHOOSING, textAsPriority))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("task priority")
        .hasMessageContaining("Priority value is not an Integer");
  }

  @Test
  void an_unknown_definition_cannot_be_started() {
    assertThatThrownBy(() -> engine.runtime().startProcessInstance("no-such-id", null, Map.of()))
        .isInstanceOf(NullValueException.class)
        .hasMessageContaining("no-such-id");
  }

  @Test
  void a_business_key_that_is_too_long_is_refused() {
    String definitionId = engine.deploy(SPINNING).id();

    assertThatThrownBy(
            () -> engine.runtime().startProcessInstance(definitionId, "k".repeat(256), Map.of()))
        .isInstanceOfSatisfying(
            ProcessEngineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProcessEngineException.VALUE_TOO_LONG));
  }

  @Test
  void deleting_an_instance_cancels_what_is_under_way_and_keeps_the_reason() {
    ProcessInstance instance = start(SPINNING);
    engine.clock().advance(Duration.ofMinutes(3));

    engine.runtime().deleteProcessInstance(instance.id(), "sent back");

    HistoricProcessInstance past = engine.history().processInstance(instance.id()).orElseThrow();
    assertThat(past.deleteReason()).isEqualTo("sent back");
    assertThat(past.state()).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(past.endTime()).isEqualTo(past.startTime().plus(Duration.ofMinutes(3)));
    assertThat(
            Rows.strings(
                engine.database(),
                "select activity_id from activity_instance where process_instance_id = ? and canceled",
                instance.id()))
        .containsExactly("work");
    assertThatThrownBy(() -> engine.runtime().deleteProcessInstance(instance.id(), "again"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_reason_for_a_deletion_that_is_too_long_is_refused_and_the_instance_goes_on() {
    ProcessInstance instance = start(SPINNING);

    assertThatThrownBy(
            () -> engine.runtime().deleteProcessInstance(instance.id(), "r".repeat(4_001)))
        .isInstanceOfSatisfying(
            ProcessEngineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProcessEngineException.VALUE_TOO_LONG));

    assertThat(engine.waitsAt(instance)).containsExactly("work");
  }
}
