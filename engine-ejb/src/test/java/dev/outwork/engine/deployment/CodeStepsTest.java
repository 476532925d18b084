package dev.outwork.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Listeners and scripts of parameters become steps that a token waits for. */
class CodeStepsTest extends CodedProcess {
  @Test
  void among_other_listeners_an_assignment_waits_for_its_turn() {
    DeploymentWithDefinitions deployed =
        deployed(
            around(
                """
                <task id="n">
                  <extensionElements>
                    <camunda:executionListener event="start" class="com.acme.First"/>
                    <camunda:executionListener event="start" expression="${execution.setVariable('b', 'x')}"/>
                  </extensionElements>
                </task>
                """));

    assertThat(deployed.codeTopics())
        .extracting(ProcessDefinitionTopic::topic)
        .containsExactly("com.acme.First", "execution.setVariable");
  }

  @Test
  void listeners_and_scripts_of_parameters_are_waited_for_in_the_order_of_camunda() {
    ProcessInstance instance =
        started(
            around(
                """
                <userTask id="n">
                  <extensionElements>
                    <camunda:executionListener class="com.acme.End" event="end"/>
                    <camunda:executionListener expression="${begins.now()}" event="start"/>
                    <camunda:executionListener delegateExpression="${second}" event="start">
                      <camunda:field name="f" stringValue="v"/>
                    </camunda:executionListener>
                    <camunda:taskListener class="com.acme.Create" event="create"/>
                    <camunda:taskListener event="complete"><camunda:script scriptFormat="groovy">done()</camunda:script></camunda:taskListener>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="in"><camunda:script scriptFormat="javascript">1 + 1</camunda:script></camunda:inputParameter>
                      <camunda:outputParameter name="out"><camunda:script scriptFormat="groovy">in * 2</camunda:script></camunda:outputParameter>
                      <camunda:outputParameter name="copy">${in}</camunda:outputParameter>
                    </camunda:inputOutput>
                  </extensionElements>
                </userTask>
                """),
            Map.of("in", "of the instance"));

    givesBack("script:javascript", TypedValue.integer(2));
    assertThat(engine.tasks().countTasks(ListQuery.all())).isZero();
    alice.completes(alice.fetchesOne("begins.now"));
    assertThat(fetched("second").extensionProperties())
        .contains(entry(CodeProperty.EVENT, "start"), entry(CodeProperty.FIELD + "f", "v"));
    engine.clock().advance(Duration.ofMinutes(2));
    alice.completes(alice.fetchesOne("second"));
    alice.completes(alice.fetchesOne("com.acme.Create"));
    engine.tasks().complete(engine.tasks().tasks(ListQuery.all()).get(0).id(), Map.of());
    LockedExternalTask complete = alice.fetchesOne("script:groovy");
    assertThat(complete.variables().get("in").value()).isEqualTo(2);
    alice.completes(complete);
    alice.completes(alice.fetchesOne("com.acme.End"));
    givesBack("script:groovy", TypedValue.integer(4));

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(valueOf(instance, "out")).isEqualTo(4);
    assertThat(valueOf(instance, "copy")).isEqualTo(2);
    assertThat(valueOf(instance, "in")).isEqualTo("of the instance");
  }

  @Test
  void what_a_listener_sets_as_its_own_is_the_activitys_own() {
    ProcessInstance instance =
        started(
            around(
                """
                <serviceTask id="n" camunda:class="C">
                  <extensionElements>
                    <camunda:executionListener class="L" event="start"/>
                    <camunda:inputOutput><camunda:outputParameter name="after">${own}</camunda:outputParameter></camunda:inputOutput>
                  </extensionElements>
                </serviceTask>
                """),
            Map.of("own", "of the instance"));

    engine
        .externalTasks()
        .complete(
            alice.fetchesOne("L").task().id(),
            "alice",
            Map.of(),
            Map.of("own", TypedValue.string("of the activity")));
    alice.does("C");

    assertThat(valueOf(instance, "after")).isEqualTo("of the activity");
    assertThat(valueOf(instance, "own")).isEqualTo("of the instance");
  }

  @Test
  void an_error_of_a_listener_is_caught_at_its_activity() {
    ProcessInstance instance =
        started(
            around(
                """
                <subProcess id="n">
                  <extensionElements><camunda:executionListener class="L" event="start"/></extensionElements>
                  <startEvent id="inside"/>
                </subProcess>
                <boundaryEvent id="caught" attachedToRef="n"><errorEventDefinition errorRef="late"/></boundaryEvent>
                <endEvent id="late_end"/>
                <sequenceFlow id="l" sourceRef="caught" targetRef="late_end"/>
                """),
            Map.of());

    alice.raises(alice.fetchesOne("L"), "LATE");

    assertThat(engine.path(instance)).contains("late_end").doesNotContain("inside", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_error_of_a_listener_that_nobody_catches_ends_the_path_of_its_activity() {
    ProcessInstance instance =
        started(
            around(
                """
                <manualTask id="n">
                  <extensionElements><camunda:executionListener class="L" event="end"/></extensionElements>
                </manualTask>
                """),
            Map.of());

    alice.raises(alice.fetchesOne("L"), "UNKNOWN");

    assertThat(engine.path(instance)).doesNotContain("end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_process_waits_for_its_own_listeners_before_its_start_event_and_before_its_end() {
    String document =
        around("<manualTask id=\"n\"/>")
            .replace(
                "<startEvent",
                "<extensionElements><camunda:executionListener class=\"First\" event=\"start\"/>"
                    + "<camunda:executionListener class=\"Second\" event=\"start\"/>"
                    + "<camunda:executionListener class=\"Last\" event=\"end\"/></extensionElements><startEvent");
    ProcessInstance instance = started(document, Map.of());

    assertThat(engine.path(instance)).containsExactly("coded#start-1");
    alice.completes(alice.fetchesOne("First"), Map.of("a", 1));
    alice.does("Second");
    assertThat(engine.path(instance)).contains("start", "n", "end");
    assertThat(engine.state(instance)).isEqualTo("ACTIVE");
    LockedExternalTask last = alice.fetchesOne("Last");
    assertThat(last.variables()).containsKey("a");
    alice.completes(last);

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(valueOf(instance, "a")).isEqualTo(1);
    assertThatThrownBy(
            () ->
                engine
                    .runtime()
                    .startProcessInstance(
                        instance.processDefinitionId(),
                        null,
                        Map.of(),
                        List.of(
                            new ModificationInstruction(
                                ModificationInstruction.Type.START_BEFORE_ACTIVITY,
                                "n",
                                null,
                                null,
                                null,
                                null,
                                Map.of(),
                                Map.of()))))
        .hasMessageContaining("with instructions");
  }

  @Test
  void each_instance_of_a_multi_instance_activity_waits_for_its_own_listeners() {
    ProcessInstance instance =
        started(
            around(
                """
                <serviceTask id="n" camunda:class="C">
                  <extensionElements><camunda:executionListener class="L" event="start"/></extensionElements>
                  <multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
                </serviceTask>
                """),
            Map.of());

    List<LockedExternalTask> listeners = alice.fetches("L");
    assertThat(listeners).hasSize(2);
    alice.completes(listeners.get(0));
    alice.does("C");
    assertThat(engine.state(instance)).isEqualTo("ACTIVE");
    alice.completes(listeners.get(1));
    alice.does("C");

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void code_that_a_token_cannot_wait_for_is_refused() {
    assertRefused(
        "<userTask id=\"n\"><extensionElements><camunda:taskListener class=\"L\" event=\"assignment\"/></extensionElements></userTask>",
        "camunda:taskListener");
    assertRefused(
        "<parallelGateway id=\"n\"><extensionElements><camunda:executionListener class=\"L\" event=\"start\"/></extensionElements></parallelGateway>",
        "camunda:executionListener");
    assertRefused(
        "<receiveTask id=\"n\"><extensionElements><camunda:executionListener class=\"L\" event=\"start\"/></extensionElements></receiveTask>",
        "camunda:executionListener");
  }

  @Test
  void an_id_has_to_leave_room_for_those_of_its_steps() {
    String id = "n".repeat(250);
    String document =
        around(
                "<task id=\"n\"><extensionElements><camunda:executionListener class=\"L\" event=\"start\"/></extensionElements></task>")
            .replace("\"n\"", "\"" + id + "\"");

    assertThatThrownBy(() -> deployed(document))
        .hasMessageContaining("an id of 250 characters, which leaves no room");
    assertThatThrownBy(
            () ->
                deployed(
                    around(
                            "<task id=\"n\"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>")
                        .replace("\"n\"", "\"" + id + "\"")))
        .hasMessageContaining("an id of 250 characters, which leaves no room");
  }

  @Test
  void decision_results_are_unavailable_after_an_end_step() {
    assertRefused(
        """
        <businessRuleTask id="n" camunda:decisionRef="d">
          <extensionElements>
            <camunda:executionListener class="L" event="end"/>
            <camunda:inputOutput><camunda:outputParameter name="x">${decisionResult.getSingleEntry()}</camunda:outputParameter></camunda:inputOutput>
          </extensionElements>
        </businessRuleTask>
        """,
        "name a camunda:resultVariable");
  }
}
