package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static dev.outwork.engine.bpmn.reader.Drawing.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.AssignmentTask;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.expression.VariableAssignment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentsTest {
  private static String listening(String event, String expression) {
    return "<extensionElements><camunda:executionListener event=\"%s\" expression=\"%s\"/></extensionElements>"
        .formatted(event, expression);
  }

  private static String task(String expression) {
    return around("<serviceTask id=\"n\" camunda:expression=\"%s\"/>".formatted(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text. More",
        "${true}",
        "${a + b > 1 ? 'a.b' : c}",
        "${now()}",
        "${dateTime().plusDays(1).toDate()}",
        "${execution.getVariable('a').length()}",
        "#{execution.processInstanceId}",
      })
  void an_expression_that_can_be_no_code_needs_no_worker(String expression) {
    for (String kind : List.of("serviceTask", "sendTask", "businessRuleTask")) {
      String node =
          "<%s id=\"n\" camunda:expression=\"%s\" camunda:resultVariable=\"r\"/>"
              .formatted(kind, expression);

      VariableAssignment assignment = ((AssignmentTask) read(around(node)).node("n")).assignment();

      assertThat(assignment.name().text()).isEqualTo("r");
      assertThat(assignment.value().text()).isEqualTo(expression);
      assertThat(warnings(around(node))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${bean}",
        "${bean.part}",
        "${bean['part']}",
        "${bean.size()}",
        "${a + bean.size()}",
        "${a == bean .part}",
        "${Math.max(1, 2)}",
        "${unknown(a)}",
        "${'a'.getClass()}",
      })
  void an_expression_that_may_be_code_needs_a_worker(String expression) {
    assertThat(messages(task(expression)))
        .singleElement()
        .asString()
        .startsWith(
            "Service task 'n' has the attribute camunda:expression, which is not supported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "${execution.setVariable('a', 1)}                      | ${'a'} | ${ 1} | false",
        " #{ execution . setVariableLocal ( name, b.c[1] ) }   | ${ name} | ${ b.c[1] } | true",
        "${execution.setVariable('a, (', '),' += d.concat(')'))} | ${'a, ('} | ${ '),' += d.concat(')')} | false",
        "${execution.setVariable('it\\'s', (1 + 2) * 3)}       | ${'it\\'s'} | ${ (1 + 2) * 3} | false",
      })
  void an_assignment_has_a_name_and_a_value(String text, String name, String value, boolean local) {
    VariableAssignment assignment = VariableAssignment.parse(text);

    assertThat(VariableAssignment.isOne(text)).isTrue();
    assertThat(assignment.name().text()).isEqualToIgnoringWhitespace(name);
    assertThat(assignment.value().text()).isEqualToIgnoringWhitespace(value);
    assertThat(assignment.local()).isEqualTo(local);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "execution.setVariable('a', 1)",
        "x${execution.setVariable('a', 1)}",
        "${execution.setVariable('a', 1)}x",
        "${execution.setVariable('a', 1)}${execution.setVariable('b', 1)}",
        "${execution.setVariable('a', 1) == null}",
        "${execution.setVariable('a')}",
        "${execution.setVariable('a', 1, 2)}",
        "${execution.setVariable('a', 1}",
        "${execution.setVariable('a, 1)}",
        "${execution.setVariables(map)}",
        "${execution.processInstance.setVariable('a', 1)}",
        "${executions.setVariable('a', 1)}",
        "${task.setVariable('a', 1)}",
      })
  void other_texts_are_not_assignments(String text) {
    assertThat(VariableAssignment.isOne(text)).isFalse();
  }

  @Test
  void assignments_are_read_at_nodes_and_flows() {
    String document =
        process(
            "<startEvent id=\"start\"/><task id=\"n\">"
                + listening("end", "${execution.setVariable('a', 1)}")
                + "</task><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"n\">"
                + listening("take", "${execution.setVariable('b', 2)}")
                + "</sequenceFlow>");

    var assignments = read(document).assignments();

    assertThat(assignments.at("n", Event.END)).singleElement();
    assertThat(assignments.at("n", Event.START)).isEmpty();
    assertThat(assignments.at("f", Event.TAKE)).singleElement();
  }

  @Test
  void a_service_task_can_be_an_assignment_only() {
    assertThat(read(task("${execution.setVariable('a', b)}")).node("n"))
        .isInstanceOf(AssignmentTask.class);
    assertThat(messages(task("${execution.setVariable('a', bean.get(b, c))}")))
        .singleElement()
        .asString()
        .contains("Service task 'n' has an expression that is refused")
        .contains("calls 'get' with 2 arguments");
    assertThat(messages(task("${execution.setVariable('a', execution.nonsense)}")))
        .singleElement()
        .asString()
        .contains("reads the property 'nonsense'");
  }

  @Test
  void a_name_may_be_local_only_where_there_is_a_scope() {
    String local = "${execution.setVariableLocal('a', 1)}";

    assertThat(messages(task(local)))
        .singleElement()
        .asString()
        .contains("has no scope of its own: write execution.setVariable");
    assertThat(
            read(around(
                    "<userTask id=\"n\"><extensionElements><camunda:executionListener event=\"start\" expression=\"%s\"/><camunda:inputOutput/></extensionElements></userTask>"
                        .formatted(local)))
                .assignments()
                .at("n", Event.START))
        .singleElement();
  }

  @Test
  void conditions_of_flows_are_looked_at_before_an_end() {
    String document =
        process(
            "<startEvent id=\"start\"/><exclusiveGateway id=\"n\" default=\"out\">"
                + listening("end", "${execution.setVariable('a', 1)}")
                + "</exclusiveGateway><task id=\"m\"/><task id=\"o\"/>"
                + flow("in", "start", "n")
                + flow("out", "n", "m")
                + flow("other", "n", "o", "${a == 1}"));

    assertThat(messages(document))
        .singleElement()
        .asString()
        .contains("sets a variable at its end, after the conditions of its flows are evaluated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:executionListener event='start' expression='${bean.run()}'/>",
        "<camunda:executionListener event='start' class='X' expression=\"${execution.setVariable('a', 1)}\"/>",
        "<camunda:executionListener event='start' delegateExpression=\"${execution.setVariable('a', 1)}\"/>",
        "<camunda:taskListener event='create' expression=\"${execution.setVariable('a', 1)}\"/>",
      })
  void other_listener_expressions_are_refused(String listener) {
    assertThat(
            messages(
                around(
                    "<userTask id='n'><extensionElements>"
                        + listener
                        + "</extensionElements></userTask>")))
        .anyMatch(message -> message.contains("Listener, which is not supported"));
  }

  @Test
  void other_events_are_refused() {
    assertThat(
            messages(
                around(
                    "<task id=\"n\">"
                        + listening("update", "${execution.setVariable('a', 1)}")
                        + "</task>")))
        .singleElement()
        .asString()
        .contains("has an execution listener for the event 'update': write start or end");
  }
}
