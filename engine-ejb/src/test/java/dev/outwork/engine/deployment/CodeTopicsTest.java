package dev.outwork.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code of a model becomes the work of topics, if whoever deploys it asks for that. */
class CodeTopicsTest extends SharedEngineTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <error id="late" errorCode="LATE"/>
        <process id="coded" isExecutable="true">
          <startEvent id="start"/>
      """;

  /** start --> the node, whose id is {@code n} --> end. */
  private static String around(String node) {
    return HEAD
        + node
        + """
          <endEvent id="end"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="n"/>
          <sequenceFlow id="out" sourceRef="n" targetRef="end"/>
        </process>
      </definitions>
      """;
  }

  private static DeploymentRequest request(String document) {
    return DeploymentRequest.of("coded.bpmn", document.getBytes(StandardCharsets.UTF_8));
  }

  private static DeploymentWithDefinitions deployed(String document) {
    return engine.repository().createDeployment(request(document).withCodeBecomesTopics(true));
  }

  private static ProcessInstance started(String document, Map<String, ?> variables) {
    deployed(document);
    return engine.start("coded", variables);
  }

  private LockedExternalTask fetched(String topic) {
    List<LockedExternalTask> tasks =
        engine
            .externalTasks()
            .fetchAndLock(FetchAndLock.of("alice", 10, withExtensionProperties(topic)));
    assertThat(tasks).as("tasks of topic " + topic).hasSize(1);
    return tasks.get(0);
  }

  private static Topic withExtensionProperties(String name) {
    return new Topic(
        name,
        Duration.ofMinutes(1),
        null,
        false,
        true,
        null,
        List.of(),
        List.of(),
        null,
        Map.of(),
        List.of(),
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "serviceTask, class=\"com.acme.ChargeCard\", com.acme.ChargeCard, class",
    "sendTask, delegateExpression=\"${chargeCard}\", chargeCard, delegateExpression",
    "businessRuleTask, 'expression=\"#{ chargeCard . run(execution, amount) }\"', chargeCard.run, expression",
    "serviceTask, expression=\"${1 + bean.value}\", expression, expression",
  })
  void an_implementation_becomes_the_work_of_a_topic(
      String kind, String attribute, String topic, String code) {
    DeploymentWithDefinitions deployed =
        deployed(around("<%s id=\"n\" name=\"Charge\" camunda:%s/>".formatted(kind, attribute)));

    ProcessDefinitionTopic expected =
        new ProcessDefinitionTopic(
            deployed.deployedProcessDefinitions().get(0).id(), "n", "Charge", kind, topic, code);
    assertThat(deployed.codeTopics()).containsExactly(expected);
    assertThat(engine.repository().topics(expected.processDefinitionId()))
        .containsExactly(expected);
    ProcessInstance instance = engine.start("coded", Map.of());
    alice.completes(alice.fetchesOne(topic));
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_assignment_stays_one() {
    ProcessInstance instance =
        started(
            around(
                """
                <serviceTask id="n" camunda:expression="${execution.setVariable('a', b.concat('!'))}">
                  <extensionElements>
                    <camunda:executionListener event="start" expression="${execution.setVariable('b', 'x')}"/>
                  </extensionElements>
                </serviceTask>
                """),
            Map.of());

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

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
  void a_worker_is_told_what_the_code_was_and_its_fields() {
    started(
        around(
            """
            <serviceTask id="n" name="Send the mail" camunda:class="com.acme.Mail">
              <extensionElements>
                <camunda:field name="to" stringValue="a@b.example"/>
                <camunda:field name="text"><camunda:expression>Dear ${name}</camunda:expression></camunda:field>
                <camunda:properties><camunda:property name="own" value="1"/></camunda:properties>
              </extensionElements>
            </serviceTask>
            """),
        Map.of());

    assertThat(fetched("com.acme.Mail").extensionProperties())
        .containsExactly(
            entry("own", "1"),
            entry(CodeProperty.KIND, "class"),
            entry(CodeProperty.TEXT, "com.acme.Mail"),
            entry(CodeProperty.FIELD + "to", "a@b.example"),
            entry(CodeProperty.FIELD_EXPRESSION + "text", "Dear ${name}"),
            entry(CodeProperty.ACTIVITY_NAME, "Send the mail"));
  }

  @Test
  void a_script_task_becomes_work_and_its_result_a_variable() {
    ProcessInstance instance =
        started(
            around(
                """
                <scriptTask id="n" scriptFormat="Groovy" camunda:resultVariable="total">
                  <script>a + b</script>
                </scriptTask>
                """),
            Map.of("result", "of the instance"));

    LockedExternalTask task = fetched("script:groovy");
    assertThat(task.extensionProperties())
        .containsExactly(
            entry(CodeProperty.KIND, "script"),
            entry(CodeProperty.TEXT, "a + b"),
            entry(CodeProperty.FORMAT, "groovy"),
            entry(CodeProperty.RESULT_VARIABLE, "total"));
    engine
        .externalTasks()
        .complete(task.task().id(), "alice", Map.of(), Map.of("result", TypedValue.integer(3)));

    assertThat(valueOf(instance, "total")).isEqualTo(3);
    assertThat(valueOf(instance, "result")).isEqualTo("of the instance");
  }

  @Test
  void a_worker_that_gives_back_nothing_sets_the_result_to_null() {
    ProcessInstance instance =
        started(
            around(
                "<serviceTask id=\"n\" camunda:expression=\"${b.run()}\" camunda:resultVariable=\"r\"/>"),
            Map.of("result", "of the instance", "r", "before"));

    alice.completes(alice.fetchesOne("b.run"));

    assertThat(valueOf(instance, "r")).isNull();
  }

  @Test
  void a_connector_becomes_work_with_its_inputs_and_outputs() {
    ProcessInstance instance =
        started(
            around(
                """
                <serviceTask id="n">
                  <extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="base">http://example/${id}</camunda:inputParameter>
                      <camunda:outputParameter name="after">${status}</camunda:outputParameter>
                    </camunda:inputOutput>
                    <camunda:connector>
                      <camunda:connectorId>http-connector</camunda:connectorId>
                      <camunda:inputOutput>
                        <camunda:inputParameter name="url">${base}/pay</camunda:inputParameter>
                        <camunda:inputParameter name="headers"><camunda:map><camunda:entry key="Accept">*/*</camunda:entry></camunda:map></camunda:inputParameter>
                        <camunda:outputParameter name="status">${statusCode}</camunda:outputParameter>
                      </camunda:inputOutput>
                    </camunda:connector>
                  </extensionElements>
                </serviceTask>
                """),
            Map.of("id", 7));

    LockedExternalTask task = fetched("connector:http-connector");
    assertThat(task.variables().get("url").value()).isEqualTo("http://example/7/pay");
    assertThat(task.extensionProperties())
        .containsExactly(
            entry(CodeProperty.KIND, "connector"), entry(CodeProperty.TEXT, "http-connector"));
    engine
        .externalTasks()
        .complete(
            task.task().id(), "alice", Map.of(), Map.of("statusCode", TypedValue.integer(204)));

    assertThat(valueOf(instance, "status")).isEqualTo(204);
    assertThat(valueOf(instance, "after")).isEqualTo(204);
  }

  @Test
  void message_events_become_work() {
    ProcessInstance instance =
        started(
            around(
                """
                <intermediateThrowEvent id="n">
                  <messageEventDefinition camunda:delegateExpression="${tell}"/>
                </intermediateThrowEvent>
                """),
            Map.of());

    alice.completes(alice.fetchesOne("tell"));

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_drawn_external_task_stays_what_it_is() {
    DeploymentWithDefinitions deployed =
        deployed(
            around(
                "<serviceTask id=\"n\" camunda:type=\"external\" camunda:topic=\"t\" camunda:class=\"X\"/>"));

    assertThat(deployed.codeTopics()).isEmpty();
    assertThat(engine.repository().topics(deployed.deployedProcessDefinitions().get(0).id()))
        .extracting(ProcessDefinitionTopic::topic, ProcessDefinitionTopic::code)
        .containsExactly(tuple("t", null));
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
  void a_local_variable_of_a_listener_belongs_to_the_activity() {
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
  void an_error_of_a_listener_that_is_not_caught_ends_the_path_of_its_activity() {
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
  void code_that_a_token_cannot_wait_for_stays_refused() {
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

  private static void assertRefused(String node, String word) {
    assertThatThrownBy(() -> deployed(around(node)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(word);
  }

  @Test
  void without_being_asked_for_code_is_refused() {
    String script = around("<scriptTask id=\"n\"><script>a</script></scriptTask>");

    assertThatThrownBy(() -> engine.repository().createDeployment(request(script)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("code-becomes-topics");
    assertThatThrownBy(
            () ->
                engine
                    .repository()
                    .createDeployment(
                        request(around("<serviceTask id=\"n\" camunda:class=\"C\"/>"))))
        .isInstanceOf(ParseException.class);
  }

  @Test
  void another_node_and_a_redeployment_read_the_model_as_it_was_deployed() {
    DeploymentWithDefinitions first =
        deployed(around("<serviceTask id=\"n\" camunda:class=\"C\"/>"));

    assertThat(
            engine
                .repository()
                .redeploy(first.deployment().id(), null, List.of(), List.of())
                .codeTopics())
        .extracting(ProcessDefinitionTopic::topic)
        .containsExactly("C");
    try (var other = engine.anotherNode()) {
      ProcessInstance instance = other.start("coded", Map.of());
      other.worker("bob").does("C");
      assertThat(other.state(instance)).isEqualTo("COMPLETED");
    }
  }

  private void givesBack(String topic, TypedValue result) {
    LockedExternalTask task = alice.fetchesOne(topic);
    engine
        .externalTasks()
        .complete(task.task().id(), "alice", Map.of(), Map.of(CodeProperty.RESULT, result));
  }

  private static Object valueOf(ProcessInstance instance, String name) {
    return engine.history().variableInstances(ListQuery.all()).stream()
        .filter(variable -> variable.processInstanceId().equals(instance.id()))
        .filter(variable -> variable.name().equals(name))
        .filter(variable -> variable.activityInstanceId().equals(instance.id()))
        .findFirst()
        .map(variable -> variable.value().value())
        .orElse(null);
  }
}
