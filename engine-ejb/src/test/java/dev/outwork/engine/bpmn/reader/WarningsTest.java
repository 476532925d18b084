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
                            + " variable of that name: a value that a worker sets as 'amount' is lost when the"
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
        "<serviceTask id='n' camunda:type='external' camunda:topic='t' camunda:class='X'/> | Service task 'n' has camunda:class, which is ignored: a worker does the work",
        "<sendTask id='n' camunda:type='external' camunda:topic='t'><extensionElements><camunda:field name='f'/></extensionElements></sendTask> | Send task 'n' has camunda:field, which is ignored: a worker does the work",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:type='external' camunda:topic='t' camunda:expression='${x}'/></intermediateThrowEvent> | Intermediate throw event 'n' has camunda:expression, which is ignored: a worker does the work",
        "<userTask id='n' camunda:formRef='f'/>  | User task 'n' has camunda:formRef, which is ignored: name a form with camunda:formKey, or list its fields in camunda:formData",
        "<intermediateThrowEvent id='n'><messageEventDefinition/></intermediateThrowEvent> | Intermediate throw event 'n' has no implementation for its message: the token passes through",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:topic='t'/></intermediateThrowEvent> | Intermediate throw event 'n' has no implementation for its message: the token passes through",
        "<intermediateCatchEvent id='n'><timerEventDefinition><timeDuration>R10/PT5S</timeDuration></timerEventDefinition></intermediateCatchEvent> | Intermediate catch event 'n' has a repeating timeDuration, of which only the first time is used",
        "<serviceTask id='n' camunda:type='external' camunda:topic='t' camunda:invented='r'/> | Service task 'n' has camunda:invented, which is ignored",
        "<task id='n'><extensionElements><operaton:invented/></extensionElements></task> | Task 'n' has operaton:invented, which is ignored",
        "<task id='n' camunda:class='X'/> | Task 'n' has camunda:class, which is ignored: a worker does the work",
        "<task id='n' camunda:topic='t'/> | Task 'n' has camunda:topic, which is ignored: service, send and business rule tasks and message events can be external",
        "<userTask id='n'><rendering/></userTask> | User task 'n' has rendering, which is ignored: name the form with camunda:formKey",
        "<userTask id='n'><performer/></userTask> | User task 'n' has performer, which is ignored: name people by camunda:assignee, camunda:candidateUsers and camunda:candidateGroups, or by a formalExpression",
        "<userTask id='n'><humanPerformer><resourceRef>boss</resourceRef></humanPerformer></userTask> | User task 'n' has resourceRef, which is ignored: name people by camunda:assignee, camunda:candidateUsers and camunda:candidateGroups, or by a formalExpression",
        "<task id='n'><dataOutputAssociation><targetRef>n</targetRef><assignment><from/><to/></assignment></dataOutputAssociation></task> | Task 'n' has assignment, which is ignored: data associations have no effect: write camunda:inputOutput",
        "<task id='n'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x' invented='1'>1</camunda:inputParameter></camunda:inputOutput></extensionElements></task> | Task 'n' has invented, which is ignored",
        "<task id='n'/><subProcess id='e' triggeredByEvent='true'><startEvent id='a'><errorEventDefinition/></startEvent></subProcess><subProcess id='f' triggeredByEvent='true'><startEvent id='b'><errorEventDefinition/></startEvent></subProcess> | Start event 'b' catches the same event as start event 'a' at process 'p', which comes first in the document: it is never triggered",
        "<subProcess id='n'><startEvent id='inner' isInterrupting='false'/></subProcess> | Start event 'inner' has isInterrupting=\"false\", which is ignored: there is nothing to interrupt",
        "<task id='n'/><task id='alone'/>        | Task 'alone' is never reached: no sequence flow leads to it",
        "<intermediateCatchEvent id='n'><timerEventDefinition><timeCycle>R3/PT1M</timeCycle></timerEventDefinition></intermediateCatchEvent> | Intermediate catch event 'n' has a timeCycle, of which only the first time is used",
      })
  void what_does_nothing_is_told(String node, String message) {
    assertThat(warnings(around(node))).extracting(Problem::message).containsExactly(message);
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

  @Test
  void what_stands_at_odd_places_of_a_document_is_passed_over() {
    String document =
        around("<task id=\"n\"/>")
            .replace("<definitions ", "<definitions camunda:historyTimeToLive=\"5\" ")
            .replace(
                "<startEvent ",
                "<extensionElements><camunda:inputOutput/></extensionElements><startEvent ");

    assertThat(warnings(document))
        .extracting(Problem::message)
        .containsExactly(
            "Definitions has camunda:historyTimeToLive, which is ignored",
            "Process 'p' has camunda:inputOutput, which is ignored: write parameters at an activity");
  }

  @Test
  void what_has_no_flow_of_control_needs_no_warning() {
    String document =
        Drawing.definitions(
            """
            <resource id="r" name="R"/>
            <category id="c"><categoryValue id="cv" value="x"/></category>
            <collaboration id="c1"/><collaboration id="c2"/>
            <globalUserTask id="g"/>
            <conditionalEventDefinition id="red"><condition xsi:type="tFormalExpression">${a.b()}</condition></conditionalEventDefinition>
            <process id="p" isExecutable="true">
              <extensionElements><f:x xmlns:f="urn:f" id="start"><f:y id="start"/></f:x></extensionElements>
              <ioSpecification><inputSet/><outputSet/></ioSpecification>
              <startEvent id="start"/>
              <sequenceFlow id="f" sourceRef="start" targetRef="n" name="%s"><categoryValueRef>cv</categoryValueRef></sequenceFlow>
              <serviceTask id="n" camunda:type="external" camunda:topic="t" operationRef="o">
                <resourceRole><resourceRef>r</resourceRef></resourceRole>
              </serviceTask>
              <performer><resourceRef>r</resourceRef></performer>
            </process>
            <relationship type="t"><source>s</source><target>t</target></relationship>
            """
                .formatted("long".repeat(200)));

    assertThat(warnings(document)).isEmpty();
  }
}
