package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.definitions;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalActivityTest {
  private static final String EXTERNAL = "camunda:type=\"external\" camunda:topic=\"t\"";

  @ParameterizedTest
  @ValueSource(strings = {"camunda", "operaton", "activiti"})
  void an_external_task_may_be_written_in_any_of_the_vendors_namespaces(String vendor) {
    ProcessModel model =
        read(
            around(
                """
                <serviceTask id="n" V:type="external" V:topic="t-${x}" V:taskPriority="${y}">
                  <extensionElements>
                    <V:properties><V:property name="a" value="1"/><V:property name="b" value="2"/></V:properties>
                    <V:inputOutput>
                      <V:inputParameter name="in"> ${z} </V:inputParameter>
                      <V:inputParameter name="none"/>
                      <V:outputParameter name="out">text</V:outputParameter>
                    </V:inputOutput>
                    <V:errorEventDefinition errorRef="late" expression="${externalTask.retries == 0}"/>
                  </extensionElements>
                </serviceTask>
                """
                    .replace("V:", vendor + ":")));

    ExternalActivity task = (ExternalActivity) model.node("n");
    assertThat(task.topic().text()).isEqualTo("t-${x}");
    assertThat(task.priority().text()).isEqualTo("${y}");
    assertThat(task.properties()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    InputOutput inputOutput = task.info().inputOutput();
    assertThat(inputOutput.inputs())
        .extracting(InputOutput.Parameter::name)
        .containsExactly("in", "none");
    assertThat(inputOutput.inputs().get(0).value().evaluate(Names.of(Map.of("z", 7)))).isEqualTo(7);
    assertThat(inputOutput.inputs().get(1).value().evaluate(Names.NONE)).isNull();
    assertThat(inputOutput.outputs().get(0).value().evaluate(Names.NONE)).isEqualTo("text");
    assertThat(task.errorEventDefinitions()).hasSize(1);
    assertThat(task.errorEventDefinitions().get(0).errorCode()).isEqualTo("late");
    assertThat(task.errorEventDefinitions().get(0).expression().text())
        .isEqualTo("${externalTask.retries == 0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endEvent               | messageEndEvent",
        "intermediateThrowEvent | intermediateMessageThrowEvent",
      })
  void a_message_event_has_its_worker_on_the_definition_and_its_properties_on_the_event(
      String kind, String activityType) {
    ProcessModel model =
        read(
            process(
                """
                <startEvent id="start"/>
                <KIND id="n">
                  <extensionElements>
                    <camunda:properties><camunda:property name="a" value="1"/></camunda:properties>
                    <camunda:inputOutput><camunda:inputParameter name="x">1</camunda:inputParameter></camunda:inputOutput>
                  </extensionElements>
                  <messageEventDefinition camunda:type="external" camunda:topic="mail" camunda:taskPriority="5">
                    <extensionElements>
                      <camunda:errorEventDefinition errorRef="E" expression="${true}"/>
                    </extensionElements>
                  </messageEventDefinition>
                </KIND>
                """
                        .replace("KIND", kind)
                    + flow("in", "start", "n")));

    ExternalActivity event = (ExternalActivity) model.node("n");
    assertThat(event.info().activityType()).isEqualTo(activityType);
    assertThat(event.topic().text()).isEqualTo("mail");
    assertThat(event.priority().text()).isEqualTo("5");
    assertThat(event.properties()).containsEntry("a", "1");
    assertThat(event.info().inputOutput().inputs()).hasSize(1);
    assertThat(event.errorEventDefinitions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none           | none          | none",
        "' 7 '          | none          | 7",
        "7              | -3            | -3",
        "${y}           | none          | ${y}",
        "7              | ${x}          | ${x}",
      })
  void the_priority_is_the_tasks_own_else_the_processs(
      String process, String task, String expected) {
    ProcessModel model =
        read(
            around("<serviceTask id=\"n\" %s %s/>".formatted(EXTERNAL, priority(task)))
                .replace("<process ", "<process " + priority(process) + " "));

    Expression priority = ((ExternalActivity) model.node("n")).priority();

    assertThat(priority == null ? null : priority.text()).isEqualTo(expected);
  }

  private static String priority(String text) {
    return text == null ? "" : "camunda:taskPriority=\"%s\"".formatted(text);
  }

  @Test
  void an_error_event_definition_has_the_code_of_the_error_it_refers_to() {
    ProcessModel model =
        read(
            around(
                    """
                    <serviceTask id="n" camunda:type="external" camunda:topic="t"><extensionElements>
                      <camunda:errorEventDefinition errorRef="late" expression="${a}"/>
                      <camunda:errorEventDefinition errorRef="undeclared" expression="${b}"/>
                      <camunda:errorEventDefinition expression="${c}"/>
                      <camunda:errorEventDefinition errorRef="never" expression=""/>
                      <any:errorEventDefinition xmlns:any="urn:any" errorRef="any" expression="${d}"/>
                    </extensionElements></serviceTask>
                    """)
                .replace("<process ", "<error id=\"late\" errorCode=\"LATE\"/><process "));

    List<ExternalActivity.ErrorEventDefinition> definitions =
        ((ExternalActivity) model.node("n")).errorEventDefinitions();

    assertThat(definitions)
        .extracting(ExternalActivity.ErrorEventDefinition::errorCode)
        .containsExactly("LATE", "undeclared", "any");
  }
}
