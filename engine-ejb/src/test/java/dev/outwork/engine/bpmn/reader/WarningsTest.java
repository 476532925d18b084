package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {
  private static final String WITH_INPUT =
      """
      <serviceTask id="n" camunda:type="external" camunda:topic="${amount}"><extensionElements><camunda:inputOutput>
        <camunda:inputParameter name="amount">${order.amount}</camunda:inputParameter>%s
      </camunda:inputOutput></extensionElements></serviceTask>""";

  /** start --> n --[condition]--> end */
  private static String decidedBy(String condition, String output) {
    return process(
        "<startEvent id=\"start\"/>"
            + WITH_INPUT.formatted(output)
            + "<endEvent id=\"end\"/>"
            + flow("in", "start", "n")
            + flow("out", "n", "end", condition));
  }

  @Test
  void an_ordinary_document_has_none() {
    assertThat(warnings(around("<task id=\"n\"/>"))).isEmpty();
  }

  @Test
  void an_input_parameter_that_hides_a_variable_is_told() {
    assertThat(warnings(decidedBy("${amount > 3}", "")))
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .isEqualTo(
                        "Service task 'n' has an input parameter 'amount', and sequence flow 'out' reads a"
                            + " variable of that name: what a worker sets as 'amount' is gone when the"
                            + " activity ends, unless an output parameter passes it on"))
        .satisfies(warning -> assertThat(warning.elementIds()).containsExactly("n", "out"))
        .satisfies(warning -> assertThat(warning.line()).isEqualTo(Drawing.FIRST_LINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${total > 3}          | ''",
        "${order.amount > 3}   | ''",
        "${name == 'amount'}   | ''",
        "${amounts > 3}        | ''",
        "${amount > 3}         | <camunda:outputParameter name='amount'>${amount}</camunda:outputParameter>",
      })
  void an_input_parameter_that_hides_nothing_is_not(String condition, String output) {
    assertThat(warnings(decidedBy(condition, output))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<serviceTask id='n' camunda:type='external' camunda:topic='t' camunda:class='X'/> | Service task 'n' has camunda:class, which is passed over: a worker does the work",
        "<sendTask id='n' camunda:type='external' camunda:topic='t'><extensionElements><camunda:field name='f'/></extensionElements></sendTask> | Send task 'n' has camunda:field, which is passed over: a worker does the work",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:type='external' camunda:topic='t' camunda:expression='${x}'/></intermediateThrowEvent> | Intermediate throw event 'n' has camunda:expression, which is passed over: a worker does the work",
        "<userTask id='n' camunda:formRef='f'/>  | User task 'n' has camunda:formRef, which is passed over: forms are found by camunda:formKey of a user task only",
        "<task id='n'/><task id='alone'/>        | Task 'alone' is never reached: no sequence flow leads to it",
        "<intermediateCatchEvent id='n'><timerEventDefinition><timeCycle>R3/PT1M</timeCycle></timerEventDefinition></intermediateCatchEvent> | Intermediate catch event 'n' has a timeCycle, of which it waits for the first time only",
      })
  void what_does_nothing_is_told(String node, String message) {
    assertThat(warnings(around(node))).extracting(Problem::message).containsExactly(message);
  }

  @Test
  void the_form_of_a_start_event_is_passed_over() {
    assertThat(
            warnings(
                around("<task id=\"n\"/>")
                    .replace("<startEvent ", "<startEvent camunda:formKey=\"k\" ")))
        .extracting(Problem::message)
        .containsExactly(
            "Start event 'start' has camunda:formKey, which is passed over: start the process with variables");
  }

  @Test
  void a_refusal_has_the_warnings_too() {
    String document =
        process("<startEvent id=\"start\"/><complexGateway id=\"n\"/><task id=\"m\"/>");

    ParseException refused =
        catchThrowableOfType(
            ParseException.class,
            () -> BpmnReader.read("x", document.getBytes(StandardCharsets.UTF_8)));

    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.warnings())
        .extracting(Problem::message)
        .containsExactly("Task 'm' is never reached: no sequence flow leads to it");
  }
}
