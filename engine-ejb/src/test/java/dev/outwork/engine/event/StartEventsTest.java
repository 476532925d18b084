package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.ConditionEvaluation;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Which start events listen (docs/rest-api.md, "Event subscriptions"). */
class StartEventsTest extends SharedEngineTest {
  @AfterEach
  void nobodyListens() {
    Rows.strings(engine.database(), "select id from deployment order by id desc")
        .forEach(id -> engine.repository().deleteDeployment(id, true));
    assertThat(Rows.count(engine.database(), "select count(*) from event_subscription")).isZero();
  }

  /** begin (message) --> work (external) --> end. */
  private static BpmnModelInstance startedBy(String key, String message) {
    return Bpmn.createExecutableProcess(key)
        .startEvent("begin")
        .message(message)
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .done();
  }

  /** begin (signal) --> work (external) --> end. */
  private static BpmnModelInstance startedBySignal(String key, String signal) {
    return Bpmn.createExecutableProcess(key)
        .startEvent("begin")
        .signal(signal)
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .done();
  }

  /** begin (condition) --> work (external) --> end. */
  private static BpmnModelInstance startedWhen(String key, String condition) {
    return Bpmn.createExecutableProcess(key)
        .startEvent("begin")
        .condition(condition)
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .done();
  }

  @Test
  void a_new_version_listens_in_place_of_the_older_one() {
    engine.deploy(startedBy("one", "order"));
    ProcessDefinition second = engine.deploy(startedBy("one", "order"));

    assertThat(startedBy("order")).isEqualTo(second.id());
  }

  @Test
  void what_a_new_version_listens_for_no_more_starts_nothing() {
    engine.deploy(startedBy("one", "order"));
    ProcessDefinition second = engine.deploy(startedBy("one", "purchase"));

    assertThatThrownBy(() -> startedBy("order"))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    assertThat(startedBy("purchase")).isEqualTo(second.id());
  }

  @Test
  void when_the_latest_version_is_deleted_the_one_before_it_listens_again() {
    ProcessDefinition first = engine.deploy(startedBy("one", "order"));
    ProcessDefinition second = engine.deploy(startedBy("one", "purchase"));

    engine.repository().deleteDeployment(second.deploymentId(), true);

    assertThat(startedBy("order")).isEqualTo(first.id());
    assertThatThrownBy(() -> startedBy("purchase"))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
  }

  @Test
  void when_an_older_version_is_deleted_the_latest_goes_on_listening() {
    ProcessDefinition first = engine.deploy(startedBy("one", "order"));
    engine.deploy(startedBy("one", "order"));
    ProcessDefinition third = engine.deploy(startedBy("one", "order"));

    engine.repository().deleteDeployment(first.deploymentId(), true);

    assertThat(startedBy("order")).isEqualTo(third.id());
  }

  @Test
  void a_message_that_another_process_has_taken_meanwhile_stays_with_it() {
    engine.deploy(startedBy("one", "order"));
    ProcessDefinition second = engine.deploy(startedBy("one", "purchase"));
    ProcessDefinition other = engine.deploy(startedBy("other", "order"));

    engine.repository().deleteDeployment(second.deploymentId(), true);

    assertThat(startedBy("order")).isEqualTo(other.id());
  }

  @Test
  void two_processes_cannot_begin_with_the_same_message() {
    ProcessDefinition one = engine.deploy(startedBy("one", "order"));

    assertThatThrownBy(() -> engine.deploy(startedBy("other", "order")))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("'one'")
        .hasMessageContaining("'other'")
        .hasMessageContaining("'order'");

    assertThat(startedBy("order")).isEqualTo(one.id());
    assertThat(engine.repository().latestProcessDefinition("other", null)).isEmpty();
  }

  @Test
  void processes_of_two_tenants_may_begin_with_the_same_message() {
    ProcessDefinition ofA = deployFor("a", startedBy("one", "order"));
    deployFor("b", startedBy("other", "order"));

    assertThatThrownBy(() -> startedBy("order"))
        .isInstanceOf(MismatchingMessageCorrelationException.class)
        .hasMessageContaining("several tenants");
    assertThat(
            engine
                .events()
                .correlate(
                    MessageCorrelation.of("order").where(MessageMatch.tenant(TenantMatch.of("a"))))
                .get(0)
                .processInstance()
                .processDefinitionId())
        .isEqualTo(ofA.id());
  }

  @Test
  void two_processes_may_begin_with_the_same_signal() {
    engine.deploy(startedBySignal("one", "alarm"));
    engine.deploy(startedBySignal("other", "alarm"));

    engine.events().signalEventReceived("alarm", TenantMatch.ANY, Map.of());

    assertThat(alice.fetches("work"))
        .extracting(task -> task.task().processDefinitionKey())
        .containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void a_name_that_asks_for_a_variable_cannot_be_deployed_at_a_start_event() {
    assertThatThrownBy(() -> engine.deploy(startedBy("one", "order-${id}")))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("'begin'");
  }

  @Test
  void a_name_that_is_too_long_to_listen_for_cannot_be_deployed_at_a_start_event() {
    String name = "${1 / 3}".repeat(16); // each yields 18 characters

    assertThatThrownBy(() -> engine.deploy(startedBy("one", name)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("Cannot start process 'one' at 'begin' by a message")
        .hasMessageContaining("it has 288 characters, at most 255 are allowed");
  }

  @Test
  void an_empty_name_cannot_be_deployed_at_a_start_event() {
    assertThatThrownBy(() -> engine.deploy(startedBySignal("one", "${''}")))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("Cannot start process 'one' at 'begin' by a signal")
        .hasMessageContaining("it is empty");
  }

  @Test
  void conditions_that_are_true_of_the_variables_start_their_processes() {
    ProcessDefinition warm = engine.deploy(startedWhen("warm", "${degrees > 20}"));
    engine.deploy(startedWhen("hot", "${degrees > 30}"));
    engine.deploy(startedWhen("wet", "${rain}"));

    List<ProcessInstance> started =
        engine
            .events()
            .evaluateStartConditions(
                new ConditionEvaluation(degrees(25), "today", null, TenantMatch.ANY));

    assertThat(started).extracting(ProcessInstance::processDefinitionId).containsExactly(warm.id());
    assertThat(started.get(0).businessKey()).isEqualTo("today");
    assertThat(engine.runtime().variables(started.get(0).id())).isEqualTo(degrees(25));
  }

  @Test
  void conditions_of_one_definition_can_be_asked_for_even_of_an_older_version() {
    ProcessDefinition first = engine.deploy(startedWhen("warm", "${degrees > 20}"));
    engine.deploy(startedWhen("warm", "${degrees > 40}"));

    assertThat(engine.events().evaluateStartConditions(ConditionEvaluation.of(degrees(25))))
        .isEmpty();
    assertThat(
            engine
                .events()
                .evaluateStartConditions(
                    new ConditionEvaluation(degrees(25), null, first.id(), TenantMatch.ANY)))
        .extracting(ProcessInstance::processDefinitionId)
        .containsExactly(first.id());
  }

  @Test
  void asking_for_conditions_where_there_are_none_is_refused() {
    ProcessDefinition definition = engine.deploy(startedBy("one", "order"));

    assertThatThrownBy(
            () -> engine.events().evaluateStartConditions(ConditionEvaluation.of(degrees(25))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("No subscriptions were found");
    assertThatThrownBy(
            () ->
                engine
                    .events()
                    .evaluateStartConditions(
                        new ConditionEvaluation(
                            degrees(25), null, definition.id(), TenantMatch.ANY)))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining(definition.id());
  }

  private static Map<String, TypedValue> degrees(int degrees) {
    return Map.of("degrees", TypedValue.integer(degrees));
  }

  /** The definition of the instance that a message starts. */
  private static String startedBy(String message) {
    return engine
        .events()
        .correlate(MessageCorrelation.of(message))
        .get(0)
        .processInstance()
        .processDefinitionId();
  }

  private static ProcessDefinition deployFor(String tenantId, BpmnModelInstance model) {
    byte[] document = Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    return engine
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
  }
}
