package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTest {
  private static String task(String topic) {
    return around(
        "<serviceTask id=\"n\" camunda:type=\"external\" camunda:topic=\"%s\"/>".formatted(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${execution.nonsense}",
        "${execution['nonsense']}",
        "${ execution . nonsense == 1 ? 'a' : 'b'}",
        "x-${a[execution.nonsense]}-${execution.id}",
        "${execution.processInstance.nonsense}",
        "${execution.variables.x == execution.nonsense.id}",
      })
  void what_an_execution_does_not_have_is_refused_with_what_it_has(String topic) {
    assertThat(messages(task(topic)))
        .singleElement()
        .asString()
        .startsWith("Service task 'n' has a camunda:topic that is refused: Expression '" + topic)
        .contains("reads the property 'nonsense', which an execution does not have: use one of id,")
        .contains("processBusinessKey, businessKey,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${execution.id}",
        "${execution.processInstance.businessKey}",
        "${execution.variables.nonsense.deep}",
        "${execution.variables['non.sense']}",
        "${execution[name]}",
        "${order.execution.nonsense}",
        "${'execution.nonsense'}",
        "${executions.nonsense}",
        "${externalTask.nonsense}",
        "${execution.getVariable('nonsense').trim()}",
        "${execution.processInstance.getId().length()}",
        "execution.nonsense"
      })
  void whatever_else_is_read(String topic) {
    assertThat(read(task(topic)).node("n")).isNotNull();
  }

  @Test
  void a_condition_is_looked_at_as_well() {
    String gateway =
        """
        <exclusiveGateway id="n"/>
        <sequenceFlow id="x" sourceRef="n" targetRef="m"><conditionExpression>${execution.cancelled}</conditionExpression></sequenceFlow>
        <task id="m"/>""";

    assertThat(messages(around(gateway)))
        .anyMatch(message -> message.contains("reads the property 'cancelled'"));
  }

  @Test
  void an_error_event_definition_can_ask_for_what_its_task_has() {
    String definition =
        """
        <serviceTask id="n" camunda:type="external" camunda:topic="t"><extensionElements>
          <camunda:errorEventDefinition errorRef="e" expression="${externalTask.%s == null}"/>
        </extensionElements></serviceTask>""";

    assertThat(messages(around(definition.formatted("errorMesage"))))
        .singleElement()
        .asString()
        .contains("reads the property 'errorMesage', which an external task does not have")
        .contains("errorMessage, ");
    assertThat(read(around(definition.formatted("lockExpirationTime"))).node("n")).isNotNull();
  }

  @Test
  void only_an_error_event_definition_calls_its_task() {
    assertThat(messages(task("${externalTask.getId()}")))
        .singleElement()
        .asString()
        .contains("reads the external task, which is available in error event definitions only");
  }

  @Test
  void a_process_does_not_begin_with_a_condition_on_its_execution() {
    String document =
        around("<task id=\"n\"/>")
            .replace(
                "<startEvent id=\"start\"/>",
                "<startEvent id=\"start\"><conditionalEventDefinition><condition>${execution.id == x}</condition></conditionalEventDefinition></startEvent>");

    assertThat(messages(document))
        .anyMatch(
            message ->
                message.contains(
                    "has a condition on the execution, which does not exist before the process starts"));
  }
}
