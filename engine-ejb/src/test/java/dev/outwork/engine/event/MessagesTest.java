package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ProcessBuilder;

/** Where messages can be received, and what they do there (BPMN 2.0, chapter 10.5.5). */
class MessagesTest extends SharedEngineTest {
  /** start --> paid (message 'paid') --> ship (external) --> end. */
  private static final BpmnModelInstance CATCHING =
      process()
          .startEvent()
          .intermediateCatchEvent("paid")
          .message("paid")
          .serviceTask("ship")
          .operatonExternalTask("ship")
          .endEvent()
          .done();

  /** start --> receive (message 'paid') --> ship (external) --> end. */
  private static final BpmnModelInstance RECEIVING =
      process()
          .startEvent()
          .receiveTask("receive")
          .message("paid")
          .serviceTask("ship")
          .operatonExternalTask("ship")
          .endEvent()
          .done();

  /** start --> receive (no message) --> end. */
  private static final BpmnModelInstance RECEIVING_NOTHING =
      process().startEvent().receiveTask("receive").endEvent().done();

  /** start --> first or second, whichever message comes first --> end of its own; or an hour. */
  private static final BpmnModelInstance CHOOSING =
      process()
          .startEvent()
          .eventBasedGateway()
          .id("choose")
          .intermediateCatchEvent("first")
          .message("first")
          .endEvent("endFirst")
          .moveToNode("choose")
          .intermediateCatchEvent("second")
          .message("second")
          .endEvent("endSecond")
          .moveToNode("choose")
          .intermediateCatchEvent("late")
          .timerWithDuration("PT1H")
          .endEvent("endLate")
          .done();

  private static ProcessBuilder process() {
    return Bpmn.createExecutableProcess("shop");
  }

  /** start --> work (external) --> end; on work a boundary event (message 'cancel') --> undone. */
  private static BpmnModelInstance withBoundary(boolean interrupting) {
    return process()
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask("work")
        .boundaryEvent("cancel")
        .cancelActivity(interrupting)
        .message("cancel")
        .serviceTask("undo")
        .operatonExternalTask("undo")
        .endEvent()
        .moveToActivity("work")
        .endEvent()
        .done();
  }

  /** start --> work (external) --> end; an event sub-process (message 'cancel') with an undo. */
  private static BpmnModelInstance withEventSubProcess(boolean interrupting) {
    ProcessBuilder process = process();
    process
        .eventSubProcess("aside")
        .startEvent("cancel")
        .interrupting(interrupting)
        .message("cancel")
        .serviceTask("undo")
        .operatonExternalTask("undo")
        .endEvent();
    return process.startEvent().serviceTask("work").operatonExternalTask("work").endEvent().done();
  }

  @Test
  void a_catch_event_waits_for_its_message() {
    ProcessInstance instance = start(CATCHING);
    assertThat(engine.waitsAt(instance)).containsExactly("paid");

    correlate("paid");

    assertThat(engine.waitsAt(instance)).containsExactly("ship");
    assertThat(listeners(instance)).isEmpty();
  }

  @Test
  void a_receive_task_waits_for_its_message() {
    ProcessInstance instance = start(RECEIVING);
    assertThat(engine.waitsAt(instance)).containsExactly("receive");

    correlate("paid");

    assertThat(engine.waitsAt(instance)).containsExactly("ship");
  }

  @Test
  void a_receive_task_without_a_message_goes_on_when_it_is_signalled() {
    ProcessInstance instance = start(RECEIVING_NOTHING);
    assertThat(listeners(instance)).isEmpty();

    engine.events().signal(executionAt(instance, "receive"), variables("sum", 7));

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(valuesOf(instance, "sum")).containsExactly(7L);
  }

  @Test
  void a_receive_task_with_a_message_goes_on_when_it_is_signalled_and_listens_no_more() {
    ProcessInstance instance = start(RECEIVING);

    engine.events().signal(executionAt(instance, "receive"), Map.of());

    assertThat(engine.waitsAt(instance)).containsExactly("ship");
    assertThat(listeners(instance)).isEmpty();
  }

  @Test
  void nothing_but_a_receive_task_can_be_signalled() {
    ProcessInstance instance = start(CATCHING);
    String execution = executionAt(instance, "paid");

    assertThatThrownBy(() -> engine.events().signal(execution, Map.of()))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("not a receive task");
    assertThatThrownBy(() -> engine.events().signal("unheard of", Map.of()))
        .isInstanceOf(NullValueException.class);
    assertThat(engine.waitsAt(instance)).containsExactly("paid");
  }

  @Test
  void an_interrupting_boundary_event_ends_its_activity() {
    ProcessInstance instance = start(withBoundary(true));

    correlate("cancel");

    assertThat(engine.waitsAt(instance)).containsExactly("undo");
    assertThat(alice.fetches("work")).isEmpty();
    assertThat(listeners(instance)).isEmpty();
  }

  @Test
  void a_boundary_event_that_does_not_interrupt_happens_as_often_as_its_message_comes() {
    ProcessInstance instance = start(withBoundary(false));

    correlate("cancel");
    correlate("cancel");

    assertThat(engine.waitsAt(instance)).containsExactly("undo", "undo", "work");
    alice.does("work");
    assertThat(listeners(instance)).isEmpty();
    alice.fetches("undo").forEach(alice::completes);
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_interrupting_event_sub_process_ends_all_around_it() {
    ProcessInstance instance = start(withEventSubProcess(true));

    correlate("cancel");

    assertThat(engine.waitsAt(instance)).containsExactly("aside", "undo");
    assertThat(listeners(instance)).isEmpty();
    alice.does("undo");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_event_sub_process_that_does_not_interrupt_runs_beside_the_rest() {
    ProcessInstance instance = start(withEventSubProcess(false));

    correlate("cancel");
    correlate("cancel");

    assertThat(engine.waitsAt(instance)).containsExactly("aside", "aside", "undo", "undo", "work");
    alice.does("work");
    alice.fetches("undo").forEach(alice::completes);
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(listeners(instance)).isEmpty();
  }

  @Test
  void an_event_based_gateway_goes_on_from_the_first_event_and_forgets_the_others() {
    ProcessInstance instance = start(CHOOSING);
    assertThat(listeners(instance)).containsExactly("first", "second");

    correlate("second");

    assertThat(engine.path(instance)).containsSubsequence("choose", "second", "endSecond");
    assertThat(engine.path(instance)).doesNotContain("first", "late");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(listeners(instance)).isEmpty();
  }

  @Test
  void when_the_timer_of_an_event_based_gateway_was_first_nobody_listens_for_a_message() {
    ProcessInstance instance = start(CHOOSING);

    engine.clock().advance(Duration.ofHours(1));
    engine.runDueJobs();

    assertThat(engine.path(instance)).containsSubsequence("choose", "late", "endLate");
    assertThat(listeners(instance)).isEmpty();
  }

  @Test
  void a_message_starts_the_process_that_begins_with_it() {
    engine.deploy(startedBy("order"));

    MessageCorrelationResult result =
        engine
            .events()
            .correlate(
                MessageCorrelation.of("order")
                    .where(MessageMatch.businessKey("order-1"))
                    .with(MessagePayload.variables(variables("sum", 7))))
            .get(0);

    ProcessInstance started = result.processInstance();
    assertThat(result.execution()).isNull();
    assertThat(started.businessKey()).isEqualTo("order-1");
    assertThat(engine.path(started)).containsExactly("begin", "work");
    assertThat(engine.runtime().variables(started.id())).isEqualTo(variables("sum", 7));
  }

  /** begin (message) --> work (external) --> end. */
  private static BpmnModelInstance startedBy(String message) {
    return Bpmn.createExecutableProcess("begun")
        .startEvent("begin")
        .message(message)
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .done();
  }

  @Test
  void a_process_that_begins_with_a_message_cannot_be_started_without() {
    engine.deploy(startedBy("order"));

    assertThatThrownBy(() -> engine.start("begun"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("no none start event");
  }

  @Test
  void the_name_of_a_message_can_be_an_expression() {
    ProcessInstance instance =
        start(
            process().startEvent().receiveTask("receive").message("paid-${id}").endEvent().done(),
            variables("id", 17));
    assertThat(listeners(instance)).containsExactly("paid-17");

    correlate("paid-17");

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_name_that_is_too_long_to_listen_for_is_refused() {
    Map<String, TypedValue> tooLong = Map.of("id", TypedValue.string("x".repeat(256)));

    assertThatThrownBy(
            () ->
                start(
                    process()
                        .startEvent()
                        .receiveTask("receive")
                        .message("${id}")
                        .endEvent()
                        .done(),
                    tooLong))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("it has 256 characters, at most 255 are allowed");
  }

  @Test
  void a_message_can_be_brought_to_one_execution() {
    ProcessInstance instance = start(CATCHING);
    ProcessInstance other = start(CATCHING);

    engine
        .events()
        .messageEventReceived("paid", executionAt(instance, "paid"), variables("sum", 7));

    assertThat(engine.waitsAt(instance)).containsExactly("ship");
    assertThat(engine.waitsAt(other)).containsExactly("paid");
    assertThat(valuesOf(instance, "sum")).containsExactly(7L);
  }

  @Test
  void an_execution_that_does_not_listen_for_a_message_does_not_get_it() {
    ProcessInstance instance = start(CATCHING);
    String execution = executionAt(instance, "paid");

    assertThatThrownBy(() -> engine.events().messageEventReceived("sold", execution, Map.of()))
        .isInstanceOf(NullValueException.class)
        .hasMessageContaining(execution)
        .hasMessageContaining("sold");
    assertThatThrownBy(() -> engine.events().messageEventReceived("paid", "nobody", Map.of()))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void what_is_suspended_gets_neither_messages_nor_signals() {
    ProcessInstance instance = start(RECEIVING);
    String execution = executionAt(instance, "receive");
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    assertThatThrownBy(() -> engine.events().messageEventReceived("paid", execution, Map.of()))
        .isInstanceOf(SuspendedEntityInteractionException.class);
    assertThatThrownBy(() -> engine.events().signal(execution, Map.of()))
        .isInstanceOf(SuspendedEntityInteractionException.class);
    assertThat(engine.waitsAt(instance)).containsExactly("receive");
  }

  @Test
  void who_is_deleted_listens_no_more() {
    ProcessInstance instance = start(withEventSubProcess(false));
    assertThat(listeners(instance)).containsExactly("cancel");

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(listeners(instance)).isEmpty();
  }

  private static void correlate(String messageName) {
    assertThat(engine.events().correlate(MessageCorrelation.of(messageName))).hasSize(1);
  }

  private static Map<String, TypedValue> variables(String name, int value) {
    return Map.of(name, TypedValue.integer(value));
  }

  private static String executionAt(ProcessInstance instance, String activityId) {
    return Rows.strings(
            engine.database(),
            "select id from activity_instance where process_instance_id = ? and activity_id = ?",
            instance.id(),
            activityId)
        .get(0);
  }

  private static List<String> listeners(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        "select event_name from event_subscription where process_instance_id = ? order by event_name",
        instance.id());
  }

  private static List<Long> valuesOf(ProcessInstance instance, String name) {
    return Rows.strings(
            engine.database(),
            "select long_value from variable where process_instance_id = ? and name = ?",
            instance.id(),
            name)
        .stream()
        .map(Long::valueOf)
        .toList();
  }
}
