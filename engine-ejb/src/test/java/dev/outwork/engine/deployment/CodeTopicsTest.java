package dev.outwork.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code of a model becomes the work of topics, if whoever deploys it asks for that. */
class CodeTopicsTest extends CodedProcess {
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
}
