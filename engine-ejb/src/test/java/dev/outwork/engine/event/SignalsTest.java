package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NullValueException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.SignalEventDefinition;
import org.operaton.bpm.model.bpmn.instance.ThrowEvent;

/** Signals from outside and from processes (BPMN 2.0, chapter 10.5.5). */
class SignalsTest extends SharedEngineTest {
  /** start --> heard (signal 'alarm') --> work (external) --> end. */
  private static final BpmnModelInstance HEARING =
      Bpmn.createExecutableProcess("hearing")
          .startEvent()
          .intermediateCatchEvent("heard")
          .signal("alarm")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  /** begin (signal 'alarm') --> work (external) --> end. */
  private static final BpmnModelInstance BEGINNING =
      Bpmn.createExecutableProcess("beginning")
          .startEvent("begin")
          .signal("alarm")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  /** start --> before (external) --> raise (signal 'alarm') --> end, and beside it a listener. */
  private static final BpmnModelInstance RAISING =
      Bpmn.createExecutableProcess("raising")
          .startEvent()
          .parallelGateway("fork")
          .intermediateCatchEvent("own")
          .signal("alarm")
          .serviceTask("after")
          .operatonExternalTask("after")
          .endEvent()
          .moveToNode("fork")
          .serviceTask("before")
          .operatonExternalTask("before")
          .intermediateThrowEvent("raise")
          .signal("alarm")
          .endEvent()
          .done();

  @Test
  void a_signal_reaches_all_subscribers_and_starts_processes() {
    ProcessInstance one = start(HEARING);
    ProcessInstance two = start(HEARING);
    String deploymentId = engine.deploy(BEGINNING).deploymentId();

    engine.events().signalEventReceived("alarm", TenantMatch.ANY, floor(3));

    assertThat(engine.waitsAt(one)).containsExactly("work");
    assertThat(engine.waitsAt(two)).containsExactly("work");
    assertThat(engine.runtime().variables(one.id())).isEqualTo(floor(3));
    List<ProcessInstance> started = running("beginning");
    assertThat(started).hasSize(1);
    assertThat(engine.runtime().variables(started.get(0).id())).isEqualTo(floor(3));
    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void a_signal_that_nobody_hears_is_no_fault() {
    engine.events().signalEventReceived("silence", TenantMatch.ANY, Map.of());

    assertThat(engine.runtime().processInstances(ListQuery.all())).isEmpty();
  }

  @Test
  void a_signal_for_one_execution_is_heard_by_no_other() {
    ProcessInstance one = start(HEARING);
    ProcessInstance other = start(HEARING);

    engine.events().signalEventReceived("alarm", executionOf(one), floor(3));

    assertThat(engine.waitsAt(one)).containsExactly("work");
    assertThat(engine.waitsAt(other)).containsExactly("heard");
  }

  @Test
  void an_execution_that_does_not_listen_for_a_signal_is_not_told() {
    String execution = executionOf(start(HEARING));

    assertThatThrownBy(() -> engine.events().signalEventReceived("silence", execution, Map.of()))
        .isInstanceOf(NullValueException.class)
        .hasMessageContaining("has not subscribed to a signal event with name 'silence'");
    assertThatThrownBy(() -> engine.events().signalEventReceived("alarm", "nobody", Map.of()))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void suspended_receivers_are_ignored() {
    ProcessInstance suspended = start(HEARING);
    ProcessInstance active = start(HEARING);
    engine.runtime().setProcessInstanceSuspended(suspended.id(), true);

    engine.events().signalEventReceived("alarm", TenantMatch.ANY, Map.of());

    assertThat(engine.waitsAt(suspended)).containsExactly("heard");
    assertThat(engine.waitsAt(active)).containsExactly("work");
    String execution = executionOf(suspended);
    assertThatThrownBy(() -> engine.events().signalEventReceived("alarm", execution, Map.of()))
        .isInstanceOf(SuspendedEntityInteractionException.class);
  }

  @Test
  void a_signal_for_a_tenant_is_heard_there_alone() {
    ProcessInstance ofA = startFor(HEARING, "a");
    ProcessInstance ofNobody = start(HEARING);

    engine.events().signalEventReceived("alarm", TenantMatch.of("a"), Map.of());

    assertThat(engine.waitsAt(ofA)).containsExactly("work");
    assertThat(engine.waitsAt(ofNobody)).containsExactly("heard");
    engine.events().signalEventReceived("alarm", TenantMatch.NONE, Map.of());
    assertThat(engine.waitsAt(ofNobody)).containsExactly("work");
  }

  @Test
  void a_process_that_throws_a_signal_hears_it_itself_at_once() {
    ProcessInstance instance = start(RAISING);

    alice.does("before");

    assertThat(engine.waitsAt(instance)).containsExactly("after");
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  @Test
  void a_process_that_throws_a_signal_asynchronously_hears_it_by_a_job() {
    ProcessInstance instance = start(raisingLater());

    alice.does("before");

    assertThat(engine.waitsAt(instance)).containsExactly("own");
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  private static BpmnModelInstance raisingLater() {
    BpmnModelInstance later = RAISING.clone();
    ThrowEvent raise = later.getModelElementById("raise");
    raise.getEventDefinitions().stream()
        .map(SignalEventDefinition.class::cast)
        .forEach(signal -> signal.setOperatonAsync(true));
    return later;
  }

  @Test
  void others_hear_the_signal_of_a_process_soon_after_it() {
    ProcessInstance listener = start(HEARING);
    String deploymentId = engine.deploy(BEGINNING).deploymentId();
    start(RAISING);

    alice.does("before");

    assertThat(engine.waitsAt(listener)).containsExactly("heard");
    assertThat(running("beginning")).isEmpty();
    engine.runDueJobs();
    assertThat(engine.waitsAt(listener)).containsExactly("work");
    assertThat(running("beginning")).hasSize(1);
    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void a_receiver_that_has_moved_on_does_not_receive_the_signal_again() {
    ProcessInstance listener = start(HEARING);
    start(RAISING);
    alice.does("before");
    engine.events().signalEventReceived("alarm", executionOf(listener), Map.of());

    engine.runDueJobs();

    assertThat(engine.path(listener)).containsOnlyOnce("work");
    assertThat(engine.waitsAt(listener)).containsExactly("work");
  }

  @Test
  void the_signal_of_a_tenants_process_is_heard_by_that_tenant_and_by_those_of_none() {
    ProcessInstance ofA = startFor(HEARING, "a");
    ProcessInstance ofB = startFor(HEARING, "b");
    ProcessInstance ofNobody = start(HEARING);
    startFor(RAISING, "a");

    alice.does("before");
    engine.runDueJobs();

    assertThat(engine.waitsAt(ofA)).containsExactly("work");
    assertThat(engine.waitsAt(ofB)).containsExactly("heard");
    assertThat(engine.waitsAt(ofNobody)).containsExactly("work");
  }

  /** start --> heard (signal 'alarm') --> a gateway that asks for what there is not --> end. */
  private static final BpmnModelInstance FAILING =
      Bpmn.createExecutableProcess("failing")
          .startEvent()
          .intermediateCatchEvent("heard")
          .signal("alarm")
          .exclusiveGateway("which")
          .condition("yes", "${missing}")
          .endEvent()
          .done();

  @Test
  void a_receiver_that_fails_at_a_thrown_signal_fails_alone() {
    ProcessInstance failing = start(FAILING);
    ProcessInstance listener = start(HEARING);
    ProcessInstance thrower = start(RAISING);

    alice.does("before");
    engine.runDueJobs();

    assertThat(engine.waitsAt(thrower)).containsExactly("after");
    assertThat(engine.waitsAt(listener)).containsExactly("work");
    assertThat(engine.waitsAt(failing)).containsExactly("heard");
    engine
        .runtime()
        .changeVariables(failing.id(), Map.of("missing", TypedValue.bool(true)), List.of());
    engine.clock().advance(Duration.ofHours(1));
    engine.runDueJobs();
    assertThat(engine.state(failing)).isEqualTo("COMPLETED");
  }

  @Test
  void a_version_subscribed_when_a_signal_was_thrown_starts_despite_a_newer_one() {
    String first = engine.deploy(BEGINNING).id();
    start(RAISING);
    alice.does("before");
    engine.deploy(BEGINNING);

    engine.runDueJobs();

    assertThat(running("beginning"))
        .extracting(ProcessInstance::processDefinitionId)
        .containsExactly(first);
    Rows.strings(
            engine.database(),
            "select deployment_id from process_definition where definition_key = 'beginning'")
        .forEach(id -> engine.repository().deleteDeployment(id, true));
  }

  @Test
  void signals_at_once_never_wait_for_each_other_for_good() throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < 10; round++) {
        List<ProcessInstance> instances = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          instances.add(start(HEARING));
        }
        List<Callable<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          senders.add(
              () -> {
                engine.events().signalEventReceived("alarm", TenantMatch.ANY, Map.of());
                return null;
              });
        }

        List<Outcome<Void>> outcomes = atOnce.run(senders);

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(instances)
            .allSatisfy(instance -> assertThat(engine.path(instance)).containsOnlyOnce("work"));
      }
    }
  }

  private static Map<String, TypedValue> floor(int number) {
    return Map.of("floor", TypedValue.integer(number));
  }

  private static List<ProcessInstance> running(String key) {
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query = ListQuery.all();
    return engine
        .runtime()
        .processInstances(query.with(ProcessInstanceFilter.PROCESS_DEFINITION_KEY, key));
  }

  private static ProcessInstance startFor(BpmnModelInstance model, String tenantId) {
    byte[] document = Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    DeploymentRequest request =
        new DeploymentRequest(
            null, null, tenantId, false, false, List.of(new Resource("process.bpmn", document)));
    String definitionId =
        engine.repository().createDeployment(request).deployedProcessDefinitions().get(0).id();
    return engine.runtime().startProcessInstance(definitionId, null, Map.of());
  }

  private static String executionOf(ProcessInstance instance) {
    return Rows.strings(
            engine.database(),
            "select execution_id from event_subscription where process_instance_id = ?",
            instance.id())
        .get(0);
  }
}
