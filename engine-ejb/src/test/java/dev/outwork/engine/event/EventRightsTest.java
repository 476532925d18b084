package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.event.ConditionEvaluation;
import dev.outwork.api.event.EventService;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelation.Receivers;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Messages, signals and conditions reach what their senders may operate on. */
class EventRightsTest extends GrantedEngineTest {
  private static final Map<String, TypedValue> FLOOR = Map.of("floor", TypedValue.integer(3));

  private ProcessInstance payment;
  private ProcessInstance shipment;

  /** start --> receive (message 'paid'), on it a boundary event (signal 'alarm') --> end. */
  private static BpmnModelInstance receiving(String key) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .receiveTask("receive")
        .message("paid")
        .boundaryEvent("alarmed")
        .signal("alarm")
        .userTask("flee")
        .endEvent()
        .moveToActivity("receive")
        .userTask("after")
        .endEvent()
        .done();
  }

  /** begin (message, signal or condition) --> wait (user) --> end. */
  private enum Begun {
    BY_MESSAGE,
    BY_SIGNAL,
    BY_CONDITION;

    BpmnModelInstance process(String key) {
      var start = Bpmn.createExecutableProcess(key).startEvent("begin");
      return (switch (this) {
            case BY_MESSAGE -> start.message("paid");
            case BY_SIGNAL -> start.signal("alarm");
            case BY_CONDITION -> start.condition("${floor > 2}");
          })
          .userTask("wait")
          .endEvent()
          .done();
    }
  }

  @BeforeEach
  void startInstances() {
    deploy(receiving("payment"), receiving("shipment"));
    payment = as("root", () -> engine.start("payment", Map.of("amount", 5)));
    shipment = as("root", () -> engine.start("shipment", Map.of("weight", 7)));
  }

  /** So that no start event listens any longer. */
  @AfterEach
  void deployWithoutEvents() {
    as("root", engine::endWhatStillRuns);
    deploy(receiving("payment"), receiving("shipment"));
  }

  @Test
  void a_message_reaches_what_its_sender_may_operate_on_as_if_there_were_nothing_else() {
    List<MessageCorrelationResult> told =
        as("cashier", () -> events().correlate(MessageCorrelation.of("paid")));

    assertThat(told).singleElement().satisfies(one -> assertReached(one, payment));
    assertThat(waitsAt(shipment)).containsExactly("receive");
    assertThatThrownBy(() -> as("cashier", () -> events().correlate(MessageCorrelation.of("paid"))))
        .isInstanceOf(MismatchingMessageCorrelationException.class)
        .hasMessage(
            "Cannot correlate message 'paid': No process definition or execution matches the parameters");
  }

  @Test
  void a_message_to_all_reaches_no_more() {
    List<MessageCorrelationResult> told =
        as("stranger", () -> events().correlate(MessageCorrelation.of("paid").to(Receivers.ALL)));

    assertThat(told).singleElement().satisfies(one -> assertReached(one, shipment));
    assertThat(waitsAt(payment)).containsExactly("receive");
    assertThat(as("reader", () -> events().correlate(toAll()))).isEmpty();
    assertThat(events().correlate(toAll())).isEmpty();
  }

  private static MessageCorrelation toAll() {
    return MessageCorrelation.of("paid").to(Receivers.ALL);
  }

  private static void assertReached(MessageCorrelationResult told, ProcessInstance instance) {
    assertThat(told.execution().processInstanceId()).isEqualTo(instance.id());
  }

  @Test
  void who_may_not_read_the_variables_gets_those_that_it_sent() {
    MessageCorrelation message =
        MessageCorrelation.of("paid").with(MessagePayload.variables(FLOOR)).withVariablesInResult();

    assertThat(as("starter", () -> events().correlate(message)))
        .singleElement()
        .satisfies(told -> assertThat(told.variables()).isEqualTo(FLOOR));
    as("root", () -> engine.start("payment", Map.of("amount", 5)));
    assertThat(as("cashier", () -> events().correlate(message)))
        .singleElement()
        .satisfies(told -> assertThat(told.variables()).containsOnlyKeys("amount", "floor"));
  }

  @Test
  void a_message_starts_what_its_sender_may_operate_on() {
    as("root", engine::endWhatStillRuns);
    deploy(Begun.BY_MESSAGE.process("payment"));

    as("cashier", () -> events().correlate(MessageCorrelation.of("paid")));
    as(
        "cashier",
        () -> events().correlate(MessageCorrelation.of("paid").to(Receivers.START_EVENT)));
    as("cashier", () -> events().correlate(toAll()));

    assertThat(running()).containsExactly("payment", "payment", "payment");
    for (String user : List.of("reader", "stranger")) {
      assertThatThrownBy(() -> as(user, () -> events().correlate(MessageCorrelation.of("paid"))))
          .isInstanceOf(MismatchingMessageCorrelationException.class)
          .hasMessageEndingWith("No process definition or execution matches the parameters");
      assertThat(as(user, () -> events().correlate(toAll()))).isEmpty();
    }
  }

  @Test
  void a_signal_reaches_and_starts_what_its_sender_may_operate_on() {
    as("cashier", () -> events().signalEventReceived("alarm", TenantMatch.ANY, Map.of()));

    assertThat(waitsAt(payment)).containsExactly("flee");
    assertThat(waitsAt(shipment)).containsExactly("receive");

    as("root", engine::endWhatStillRuns);
    deploy(Begun.BY_SIGNAL.process("payment"), Begun.BY_SIGNAL.process("shipment"));
    as("reader", () -> events().signalEventReceived("alarm", TenantMatch.ANY, Map.of()));
    events().signalEventReceived("alarm", TenantMatch.ANY, Map.of());
    assertThat(running()).isEmpty();
    as("cashier", () -> events().signalEventReceived("alarm", TenantMatch.ANY, Map.of()));
    assertThat(running()).containsExactly("payment");
  }

  @Test
  void an_execution_that_one_may_not_see_listens_to_nothing() {
    String execution = executionOf(payment);

    assertLikeMissing(execution, id -> events().messageEventReceived("paid", id, Map.of()));
    assertLikeMissing(execution, id -> events().signalEventReceived("alarm", id, Map.of()));
    assertLikeMissing(execution, id -> events().signal(id, Map.of()));
    assertForbidden("reader", () -> events().messageEventReceived("paid", execution, Map.of()));
    assertForbidden("reader", () -> events().signalEventReceived("alarm", execution, Map.of()));
    assertForbidden("reader", () -> events().signal(execution, Map.of()));
    assertThat(waitsAt(payment)).containsExactly("receive");

    as("cashier", () -> events().messageEventReceived("paid", execution, Map.of()));
    assertThat(waitsAt(payment)).containsExactly("after");
  }

  @Test
  void conditions_start_what_their_sender_may_operate_on() {
    as("root", engine::endWhatStillRuns);
    deploy(Begun.BY_CONDITION.process("payment"), Begun.BY_CONDITION.process("shipment"));

    as("cashier", () -> events().evaluateStartConditions(ConditionEvaluation.of(FLOOR)));

    assertThat(running()).containsExactly("payment");
    assertThatThrownBy(
            () ->
                as("reader", () -> events().evaluateStartConditions(ConditionEvaluation.of(FLOOR))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageStartingWith("ENGINE-13043 No subscriptions were found");
    String definitionId =
        as("root", () -> engine.repository().latestProcessDefinition("payment", null))
            .orElseThrow()
            .id();
    assertLikeMissing(definitionId, id -> events().evaluateStartConditions(ofDefinition(id)));
    assertForbidden("reader", () -> events().evaluateStartConditions(ofDefinition(definitionId)));
  }

  private static ConditionEvaluation ofDefinition(String id) {
    return new ConditionEvaluation(FLOOR, null, id, TenantMatch.ANY);
  }

  @Test
  void subscriptions_are_those_that_one_may_read() {
    assertThat(subscriptionsSeenBy("reader")).containsOnly(payment.id());
    assertThat(subscriptionsSeenBy("stranger")).containsOnly(shipment.id());
    assertThat(subscriptionsSeenBy("operator")).containsOnly(payment.id(), shipment.id());
    assertThat(subscriptionsSeenBy("starter")).isEmpty();
  }

  private static List<String> subscriptionsSeenBy(String user) {
    return as(
        user,
        () -> {
          List<EventSubscription> found = events().eventSubscriptions(ListQuery.all());
          assertThat(events().countEventSubscriptions(ListQuery.all())).isEqualTo(found.size());
          return found.stream().map(EventSubscription::processInstanceId).toList();
        });
  }

  private static String executionOf(ProcessInstance instance) {
    return as(
        "root",
        () ->
            events()
                .eventSubscriptions(
                    ListQuery.<EventSubscriptionFilter, EventSubscriptionSort>all()
                        .with(EventSubscriptionFilter.PROCESS_INSTANCE_ID, instance.id())
                        .with(EventSubscriptionFilter.EVENT_TYPE, "message"))
                .get(0)
                .executionId());
  }

  private static List<String> waitsAt(ProcessInstance instance) {
    return as("root", () -> engine.waitsAt(instance));
  }

  private static List<String> running() {
    return as(
        "root",
        () ->
            engine.runtime().processInstances(ListQuery.all()).stream()
                .map(ProcessInstance::processDefinitionKey)
                .toList());
  }

  private static EventService events() {
    return engine.events();
  }
}
