package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.definitions;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.problems;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.deployment.ParseException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<scriptTask id='n'><script>1</script></scriptTask> | Script task 'n' runs a script, which is not supported: draw a service task",
        "<adHocSubProcess id='n'/>      | Ad hoc sub process 'n' is not supported",
        "<task id='n'><multiInstanceLoopCharacteristics behavior='One'><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task> | has behavior=\"One\", which is not supported: write a completionCondition",
        "<receiveTask id='n' instantiate='true'/> | has instantiate=\"true\", which is not supported: draw a message start event",
        "<callActivity id='n' camunda:caseRef='c'/> | has the attribute camunda:caseRef, which is not supported: call a process",
        "<callActivity id='n' calledElement='c' camunda:variableMappingClass='X'/> | has the attribute camunda:variableMappingClass, which is not supported: write camunda:in",
        "<userTask id='n'><extensionElements><camunda:taskListener class='X' event='create'/></extensionElements></userTask> | contains camunda:taskListener, which is not supported: let a worker",
        "<task id='n' camunda:asyncBefore='maybe'/> | has camunda:asyncBefore=\"maybe\", which is not supported",
        "<transaction id='n' triggeredByEvent='true'><startEvent id='s'/></transaction> | Transaction 'n' has triggeredByEvent=\"true\", which is not supported",
        "<intermediateThrowEvent id='n'><compensateEventDefinition waitForCompletion='false'/></intermediateThrowEvent> | has waitForCompletion=\"false\", which is not supported: the token always waits",
        "<intermediateThrowEvent id='n'><timerEventDefinition/></intermediateThrowEvent> | contains timerEventDefinition, which is not supported",
        "<complexGateway id='n'/>       | Complex gateway 'n' is not supported",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:type='mail'/></intermediateThrowEvent> | is not external, which is not supported",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:class='X'/></intermediateThrowEvent> | has the attribute camunda:class",
        "<intermediateThrowEvent id='n'><messageEventDefinition/><messageEventDefinition/></intermediateThrowEvent> | has several event definitions",
        "<serviceTask id='n'/>          | Service task 'n' is not external, which is not supported: give it camunda:type=\"external\" and a camunda:topic",
        "<serviceTask id='n' camunda:type='mail'/> | is not external",
        "<serviceTask id='n' camunda:type='external'/> | is external but has no camunda:topic",
        "<serviceTask id='n' camunda:type='external' camunda:topic=''/> | has an empty camunda:topic",
        "<serviceTask id='n' camunda:type='external' camunda:topic='  '/> | has an empty camunda:topic",
        "<serviceTask id='n' camunda:type='external' camunda:topic='${x.y()}'/> | has a camunda:topic that is refused: Expression '${x.y()}' calls",
        "<serviceTask id='n' camunda:class='X'/> | has the attribute camunda:class, which is not supported: let a worker do it",
        "<serviceTask id='n' activiti:class='X'/> | has the attribute activiti:class",
        "<serviceTask id='n' operaton:class='X'/> | has the attribute operaton:class",
        "<serviceTask id='n' camunda:expression='${x.y()}'/> | has the attribute camunda:expression",
        "<serviceTask id='n' camunda:delegateExpression='${x}'/> | has the attribute camunda:delegateExpression",
        "<task id='n' startQuantity='2'/> | has startQuantity=\"2\"",
        "<exclusiveGateway id='n'><extensionElements><camunda:inputOutput/></extensionElements></exclusiveGateway> | contains camunda:inputOutput",
      })
  void a_node_that_is_not_executed_is_reported(String xml, String message) {
    assertThat(problems(around(xml)))
        .anySatisfy(problem -> assertThat(problem.message()).contains(message))
        .allSatisfy(problem -> assertThat(problem.elementIds()).startsWith("n"))
        .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(Drawing.FIRST_LINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<camunda:executionListener class='X' event='start'/> | contains camunda:executionListener, which is not supported: let a worker",
        "<activiti:executionListener class='X' event='start'/> | contains activiti:executionListener",
        "<camunda:connector><camunda:connectorId>x</camunda:connectorId></camunda:connector> | contains camunda:connector",
        "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='js'>1</camunda:script></camunda:inputParameter></camunda:inputOutput> | contains camunda:script, which is not supported: write a text",
        "<camunda:inputOutput><camunda:inputParameter name='x'><f:a xmlns:f='urn:f'/></camunda:inputParameter></camunda:inputOutput> | has a parameter 'x' that contains f:a, which is not supported",
        "<camunda:inputOutput><camunda:inputParameter>1</camunda:inputParameter></camunda:inputOutput> | has a camunda:inputParameter without a name",
        "<camunda:inputOutput><camunda:inputParameter name='x'>${y.z()}</camunda:inputParameter></camunda:inputOutput> | has a parameter 'x' that is refused: Expression '${y.z()}' calls",
        "<camunda:inputOutput><camunda:outputParameter name='x'>${y = 1}</camunda:outputParameter></camunda:inputOutput> | has a parameter 'x' that is refused",
        "<camunda:errorEventDefinition errorRef='e'/> | has an error event definition for 'e' without an expression",
        "<camunda:errorEventDefinition errorRef='e' expression='${f()}'/> | has an error event definition that is refused",
        "<camunda:errorEventDefinition errorRef='codeless' expression='${x}'/> | for error 'codeless', which has no errorCode",
      })
  void an_extension_that_is_not_executed_is_named_with_the_node_around_it(
      String extension, String message) {
    String task =
        """
        <serviceTask id="n" camunda:type="external" camunda:topic="t">
        <extensionElements>%s</extensionElements></serviceTask>"""
            .formatted(extension);
    String document = around(task).replace("<process ", "<error id=\"codeless\"/><process ");

    assertThat(problems(document)).hasSize(1);
    Problem problem = problems(document).get(0);
    assertThat(problem.message()).startsWith("Service task 'n' ").contains(message);
    assertThat(problem.elementIds()).containsExactly("n");
    assertThat(problem.line()).isEqualTo(Drawing.FIRST_LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<startEvent id='n'><compensateEventDefinition/></startEvent> | has an compensateEventDefinition, which cannot start a process",
        "<startEvent id='n'><cancelEventDefinition/></startEvent> | contains cancelEventDefinition",
        "<startEvent id='n'><eventDefinitionRef>x</eventDefinitionRef></startEvent> | contains eventDefinitionRef",
        "<startEvent id='n'><extensionElements><camunda:inputOutput/></extensionElements></startEvent> | contains camunda:inputOutput",
      })
  void a_start_event_that_waits_for_something_is_reported(String xml, String message) {
    assertThat(messages(process(xml)))
        .singleElement()
        .asString()
        .startsWith("Start event 'n' ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<endEvent id='n'><messageEventDefinition camunda:type='mail'/></endEvent> | is not external, which is not supported",
        "<endEvent id='n'><messageEventDefinition camunda:type='external'/></endEvent> | has no camunda:topic",
        "<endEvent id='n'><timerEventDefinition><timeDate>2026-01-01T00:00:00Z</timeDate></timerEventDefinition></endEvent> | contains timerEventDefinition, which is not supported",
        "<endEvent id='n'><linkEventDefinition name='l'/></endEvent> | contains linkEventDefinition",
        "<endEvent id='n'><extensionElements><camunda:inputOutput><camunda:outputParameter name='x'>1</camunda:outputParameter></camunda:inputOutput></extensionElements></endEvent> | has output parameters, but nothing comes after it",
      })
  void an_end_event_that_does_something_else_is_reported(String xml, String message) {
    assertThat(messages(process("<startEvent id=\"s\"/>" + xml + flow("f", "s", "n"))))
        .singleElement()
        .asString()
        .startsWith("End event 'n' ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<boundaryEvent id='n' attachedToRef='t'/>                | has no event definition: draw the event that it waits for",
        "<boundaryEvent id='n' attachedToRef='t'><linkEventDefinition name='l'/></boundaryEvent> | contains linkEventDefinition, which is not supported",
        "<boundaryEvent id='n' attachedToRef='t' parallelMultiple='true'><errorEventDefinition/></boundaryEvent> | has parallelMultiple=\"true\", which is not supported: draw an event for each",
      })
  void a_boundary_event_that_catches_something_else_is_reported(String xml, String message) {
    String task = "<serviceTask id=\"t\" camunda:type=\"external\" camunda:topic=\"t\"/>";

    assertThat(messages(process("<startEvent id=\"s\"/>" + task + xml)))
        .singleElement()
        .asString()
        .startsWith("Boundary event 'n' ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<conditionExpression language='javascript'>a</conditionExpression> | has a condition in the language 'javascript', which is not supported",
        "<conditionExpression language=''>${a}</conditionExpression> | has a condition in the language ''",
        "<conditionExpression camunda:resource='deployment://x.js'/> | has the attribute camunda:resource, which is not supported: write an expression",
        "<conditionExpression>${a.b()}</conditionExpression> | has a condition that is refused: Expression '${a.b()}' calls",
        "<conditionExpression>approved</conditionExpression>  | has a condition that is refused: Condition 'approved' yields a text",
        "<conditionExpression> </conditionExpression>         | has a condition that is refused",
        "<extensionElements><camunda:executionListener class='X'/></extensionElements> | contains camunda:executionListener",
      })
  void a_flow_that_cannot_be_decided_is_reported(String content, String message) {
    String xsi =
        content.replace(
            "<conditionExpression", "<conditionExpression xsi:type='tFormalExpression'");
    String document =
        process(
            "<startEvent id=\"s\"/><endEvent id=\"e\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\">"
                + xsi
                + "</sequenceFlow>");

    assertThat(messages(document))
        .singleElement()
        .asString()
        .startsWith("Sequence flow 'f' ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:candidateStarterUsers='a,${b}' | has the camunda:candidateStarterUsers '${b}': write names",
        "camunda:taskPriority='high'        | has the camunda:taskPriority 'high', which is not a 32-bit integer",
        "camunda:taskPriority='2147483648'  | has the camunda:taskPriority '2147483648'",
        "camunda:taskPriority='1.5'         | has the camunda:taskPriority '1.5'",
        "camunda:taskPriority=''            | has the camunda:taskPriority ''",
        "camunda:taskPriority='${f()}'      | has a camunda:taskPriority that is refused",
        "camunda:historyTimeToLive='soon'   | has the camunda:historyTimeToLive 'soon': write a number of days",
        "camunda:historyTimeToLive='-1'     | has the camunda:historyTimeToLive '-1'",
        "camunda:isStartableInTasklist='x'  | has camunda:isStartableInTasklist=\"x\": write true or false",
      })
  void an_attribute_of_a_process_that_cannot_be_honoured_is_reported(
      String attribute, String message) {
    String document =
        process("<startEvent id=\"s\"/>").replace("<process ", "<process " + attribute + " ");

    assertThat(problems(document))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).startsWith("Process 'p' ").contains(message))
        .satisfies(problem -> assertThat(problem.elementIds()).containsExactly("p"));
  }

  @Test
  void root_elements_beside_processes_are_checked() {
    String drawing = "<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/></process>";

    assertThat(
            messages(
                definitions(
                    "<import namespace=\"x\" location=\"x.xsd\" importType=\"x\"/>" + drawing)))
        .containsExactly(
            "Definitions contains import, which is not supported: a document must be self-contained");
    assertThat(
            messages(
                definitions(
                    "<error id=\"e\" errorCode=\"\"/><signal id=\"unused\" name=\"\"/>"
                        + drawing.replace(
                            "</process>",
                            "<endEvent id=\"n\"><errorEventDefinition errorRef=\"e\"/></endEvent></process>"))))
        .contains("Error 'e' has an empty errorCode")
        .noneMatch(message -> message.contains("unused"));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_in_document_order() {
    String document =
        definitions(
            """
            <process id="p" isExecutable="true">
              <startEvent id="start"><extensionElements><camunda:formProperty/></extensionElements></startEvent>
              <scriptTask id="script"/>
              <serviceTask id="class" camunda:class="X" unknown="1"/>
              <sequenceFlow id="f" sourceRef="start" targetRef="nowhere"/>
              <sequenceFlow id="g" sourceRef="start"/>
              <dataObject id="d" unknown="1"/>
            </process>
            """);

    assertThat(problems(document))
        .extracting(Problem::line, problem -> problem.elementIds().get(0))
        .containsExactly(
            tuple(4, "start"),
            tuple(5, "script"),
            tuple(6, "class"),
            tuple(6, "class"),
            tuple(7, "f"),
            tuple(8, "g"),
            tuple(9, "d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<serviceTask id='n' camunda:class='X' camunda:resultVariable='r'><extensionElements><camunda:field name='f'/></extensionElements></serviceTask> | Service task 'n' has the attribute camunda:class, which is not supported: let a worker do it",
        "<serviceTask id='n' camunda:expression='${a.b()}'><extensionElements><camunda:connector/></extensionElements></serviceTask> | Service task 'n' has camunda:expression and camunda:connector, which are not supported: let a worker do it",
        "<task id='n'><extensionElements><camunda:executionListener class='A' event='start'/><camunda:executionListener class='B' event='end'/></extensionElements></task> | Task 'n' contains camunda:executionListener, which is not supported: let a worker do it",
        "<task id='n'><extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>execution.setVariable(\"total\", 12);</camunda:script></camunda:executionListener></extensionElements></task> | Task 'n' contains camunda:executionListener, which is not supported: <camunda:outputParameter name=\"total\">${12}</camunda:outputParameter> of an activity does the same",
        "<scriptTask id='n' scriptFormat='groovy' camunda:resultVariable='r'><script>x</script></scriptTask> | Script task 'n' runs a script, which is not supported: draw a service task",
      })
  void each_message_names_one_element_and_an_alternative(String node, String message) {
    assertThat(messages(around(node))).singleElement().asString().startsWith(message);
  }
}
