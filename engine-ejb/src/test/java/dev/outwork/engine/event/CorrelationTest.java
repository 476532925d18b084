package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelation.Receivers;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Whom a message is meant for (docs/rest-api.md, "Messages"). */
class CorrelationTest extends SharedEngineTest {
  /** start --> receive (message 'paid'), with a variable of its own --> ship (external) --> end. */
  private static final BpmnModelInstance RECEIVING =
      Bpmn.createExecutableProcess("receiving")
          .startEvent()
          .receiveTask("receive")
          .message("paid")
          .operatonInputParameter("door", "${house}")
          .serviceTask("ship")
          .operatonExternalTask("ship")
          .endEvent()
          .done();

  /** start --> work (external); on it a boundary event (message 'more') --> again (external). */
  private static final BpmnModelInstance ASIDE =
      Bpmn.createExecutableProcess("aside")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .boundaryEvent("more")
          .cancelActivity(false)
          .message("more")
          .serviceTask("again")
          .operatonExternalTask("again")
          .endEvent()
          .moveToActivity("work")
          .endEvent()
          .done();

  /** begin (message 'paid') --> work (external) --> end. */
  private static final BpmnModelInstance BEGINNING =
      Bpmn.createExecutableProcess("beginning")
          .startEvent("begin")
          .message("paid")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  private static ProcessInstance receiving(String businessKey, int house) {
    String definitionId = engine.deploy(RECEIVING).id();
    return engine
        .runtime()
        .startProcessInstance(
            definitionId, businessKey, Map.of("house", TypedValue.integer(house)));
  }

  @Test
  void the_business_key_names_the_receiver() {
    ProcessInstance one = receiving("one", 1);
    ProcessInstance other = receiving("other", 1);

    correlate(MessageMatch.businessKey("other"));

    assertThat(engine.waitsAt(one)).containsExactly("receive");
    assertThat(engine.waitsAt(other)).containsExactly("ship");
  }

  @Test
  void the_instance_names_the_receiver() {
    ProcessInstance one = receiving(null, 1);
    ProcessInstance other = receiving(null, 1);

    correlate(MessageMatch.processInstance(other.id()));

    assertThat(engine.waitsAt(one)).containsExactly("receive");
    assertThat(engine.waitsAt(other)).containsExactly("ship");
  }

  @Test
  void a_variable_of_the_instance_names_the_receiver() {
    ProcessInstance one = receiving(null, 1);
    ProcessInstance other = receiving(null, 2);

    correlate(MessageMatch.keys(Map.of("house", TypedValue.of(ValueType.LONG, 2L))));

    assertThat(engine.waitsAt(one)).containsExactly("receive");
    assertThat(engine.waitsAt(other)).containsExactly("ship");
  }

  @Test
  void all_variables_must_be_equal() {
    ProcessInstance instance = receiving(null, 1);

    assertMismatch(
        MessageMatch.keys(
            Map.of("house", TypedValue.integer(1), "street", TypedValue.string("Elm"))));
    assertMismatch(MessageMatch.keys(Map.of("house", TypedValue.string("1"))));

    assertThat(engine.waitsAt(instance)).containsExactly("receive");
  }

  @Test
  void a_variable_of_the_execution_itself_names_the_receiver() {
    ProcessInstance one = receiving(null, 1);
    ProcessInstance other = receiving(null, 2);

    correlate(MessageMatch.localKeys(Map.of("door", TypedValue.integer(2))));

    assertThat(engine.waitsAt(one)).containsExactly("receive");
    assertThat(engine.waitsAt(other)).containsExactly("ship");
  }

  @Test
  void variables_of_the_instance_and_of_the_execution_are_not_the_same() {
    receiving(null, 1);

    assertMismatch(MessageMatch.keys(Map.of("door", TypedValue.integer(1))));
    assertMismatch(MessageMatch.localKeys(Map.of("house", TypedValue.integer(1))));
  }

  @Test
  void objects_cannot_be_correlation_keys() {
    assertThatThrownBy(() -> correlate(MessageMatch.keys(Map.of("house", TypedValue.json("{}")))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("Object values cannot be used to query");
  }

  @Test
  void a_message_that_several_wait_for_is_refused_and_nobody_gets_it() {
    ProcessInstance one = receiving(null, 1);
    ProcessInstance other = receiving(null, 1);

    assertMismatch(MessageMatch.ANY);

    assertThat(engine.waitsAt(one)).containsExactly("receive");
    assertThat(engine.waitsAt(other)).containsExactly("receive");
  }

  @Test
  void a_message_that_nobody_waits_for_is_refused() {
    assertMismatch(MessageMatch.ANY);
    assertThatThrownBy(() -> engine.events().correlate(MessageCorrelation.of(null)))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void suspended_executions_do_not_match() {
    ProcessInstance instance = receiving(null, 1);
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    assertMismatch(MessageMatch.ANY);

    engine.runtime().setProcessInstanceSuspended(instance.id(), false);
    correlate(MessageMatch.ANY);
    assertThat(engine.waitsAt(instance)).containsExactly("ship");
  }

  @Test
  void waiting_executions_take_precedence_over_start_events() {
    ProcessInstance instance = receiving(null, 1);
    String deploymentId = engine.deploy(BEGINNING).deploymentId();

    Execution told = correlate(MessageMatch.ANY).execution();

    assertThat(told.processInstanceId()).isEqualTo(instance.id());
    assertThat(correlate(MessageMatch.ANY).processInstance().processDefinitionKey())
        .isEqualTo("beginning");
    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void only_a_start_may_be_asked_for() {
    ProcessInstance instance = receiving(null, 1);
    MessageCorrelation message = MessageCorrelation.of("paid").to(Receivers.START_EVENT);
    assertThatThrownBy(() -> engine.events().correlate(message))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    String deploymentId = engine.deploy(BEGINNING).deploymentId();

    List<MessageCorrelationResult> told = engine.events().correlate(message);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).processInstance().processDefinitionKey()).isEqualTo("beginning");
    assertThat(engine.waitsAt(instance)).containsExactly("receive");
    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void a_message_for_a_certain_instance_starts_no_other() {
    String deploymentId = engine.deploy(BEGINNING).deploymentId();

    assertMismatch(MessageMatch.processInstance("unheard of"));

    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void a_message_for_all_reaches_everybody_who_matches_and_starts_what_it_can() {
    ProcessInstance one = receiving("same", 1);
    ProcessInstance two = receiving("same", 2);
    ProcessInstance other = receiving("other", 3);
    String deploymentId = engine.deploy(BEGINNING).deploymentId();

    List<MessageCorrelationResult> told =
        engine
            .events()
            .correlate(
                MessageCorrelation.of("paid")
                    .to(Receivers.ALL)
                    .where(MessageMatch.businessKey("same")));

    assertThat(told).filteredOn(result -> result.execution() != null).hasSize(2);
    assertThat(told).filteredOn(result -> result.processInstance() != null).hasSize(1);
    assertThat(engine.waitsAt(one)).containsExactly("ship");
    assertThat(engine.waitsAt(two)).containsExactly("ship");
    assertThat(engine.waitsAt(other)).containsExactly("receive");
    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void a_message_for_all_may_reach_nobody() {
    assertThat(engine.events().correlate(MessageCorrelation.of("paid").to(Receivers.ALL)))
        .isEmpty();
  }

  @Test
  void variables_go_to_the_instance() {
    ProcessInstance instance = receiving(null, 1);

    MessageCorrelationResult told =
        engine
            .events()
            .correlate(
                MessageCorrelation.of("paid")
                    .with(MessagePayload.variables(Map.of("sum", TypedValue.integer(7))))
                    .withVariablesInResult())
            .get(0);

    Map<String, TypedValue> expected =
        Map.of("house", TypedValue.integer(1), "sum", TypedValue.integer(7));
    assertThat(told.variables()).isEqualTo(expected);
    assertThat(engine.runtime().variables(instance.id())).isEqualTo(expected);
  }

  @Test
  void variables_can_go_to_who_waits_or_to_what_the_message_begins() {
    ProcessInstance instance = start(ASIDE);

    engine
        .events()
        .correlate(
            MessageCorrelation.of("more")
                .with(
                    new MessagePayload(
                        Map.of(),
                        Map.of("near", TypedValue.integer(1)),
                        Map.of("far", TypedValue.integer(2)))));

    assertThat(engine.runtime().variables(instance.id())).isEmpty();
    assertThat(alice.fetchesOne("work").variables())
        .isEqualTo(Map.of("near", TypedValue.integer(1)));
    assertThat(
            Rows.strings(
                engine.database(),
                "select a.activity_id from variable v join activity_instance a on a.id = v.scope_id"
                    + " where v.process_instance_id = ? and v.name = 'far'",
                instance.id()))
        .containsExactly("more");
    assertThat(engine.waitsAt(instance)).containsExactly("again", "work");
  }

  @Test
  void a_tenant_names_the_receiver() {
    ProcessInstance ofA = startFor("a");
    ProcessInstance ofNobody = startFor(null);

    assertMismatch(MessageMatch.ANY);
    assertMismatch(MessageMatch.tenant(TenantMatch.of("b")));
    correlate(MessageMatch.tenant(TenantMatch.of("a")));
    assertThat(engine.waitsAt(ofA)).containsExactly("ship");
    assertThat(engine.waitsAt(ofNobody)).containsExactly("receive");
    correlate(MessageMatch.tenant(TenantMatch.NONE));
    assertThat(engine.waitsAt(ofNobody)).containsExactly("ship");
  }

  private static ProcessInstance startFor(String tenantId) {
    byte[] document = Bpmn.convertToString(RECEIVING).getBytes(StandardCharsets.UTF_8);
    ProcessDefinition definition =
        engine
            .repository()
            .createDeployment(
                new DeploymentRequest(
                    null,
                    null,
                    tenantId,
                    false,
                    false,
                    List.of(new Resource("process.bpmn", document))))
            .deployedProcessDefinitions()
            .get(0);
    return engine
        .runtime()
        .startProcessInstance(definition.id(), null, Map.of("house", TypedValue.integer(1)));
  }

  @Test
  void concurrent_messages_for_one_receiver_correlate_once() throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < 20; round++) {
        ProcessInstance instance = receiving(null, 1);

        List<Outcome<MessageCorrelationResult>> outcomes =
            atOnce.run(4, i -> () -> correlate(MessageMatch.processInstance(instance.id())));

        assertThat(outcomes).filteredOn(outcome -> outcome.failure() == null).hasSize(1);
        assertThat(outcomes)
            .filteredOn(outcome -> outcome.failure() != null)
            .allSatisfy(
                outcome ->
                    assertThat(outcome.failure())
                        .isInstanceOf(MismatchingMessageCorrelationException.class));
        assertThat(engine.path(instance)).containsOnlyOnce("ship");
      }
    }
  }

  @Test
  void messages_for_all_at_once_never_wait_for_each_other_for_good() throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < 10; round++) {
        for (int i = 0; i < 5; i++) {
          receiving(null, i);
        }
        List<Callable<List<MessageCorrelationResult>>> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          senders.add(
              () -> engine.events().correlate(MessageCorrelation.of("paid").to(Receivers.ALL)));
        }

        List<Outcome<List<MessageCorrelationResult>>> outcomes = atOnce.run(senders);

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(outcomes.stream().mapToInt(outcome -> outcome.result().size()).sum())
            .isEqualTo(5);
      }
    }
  }

  private static MessageCorrelationResult correlate(MessageMatch match) {
    List<MessageCorrelationResult> told =
        engine.events().correlate(MessageCorrelation.of("paid").where(match));
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static void assertMismatch(MessageMatch match) {
    assertThatThrownBy(() -> correlate(match))
        .isInstanceOf(MismatchingMessageCorrelationException.class)
        .hasMessageContaining("Cannot correlate message 'paid'");
  }
}
