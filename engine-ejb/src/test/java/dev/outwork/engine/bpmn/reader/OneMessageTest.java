package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is told once for each element and cause. */
class OneMessageTest {
  private static final String LISTENER = "<camunda:executionListener class='L' event='start'/>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<serviceTask id='n' camunda:class='X'/>",
        "<serviceTask id='n' camunda:class='X' camunda:resultVariable='r'/>",
        "<serviceTask id='n' camunda:class='X' camunda:delegateExpression='${x}' camunda:expression='${x.y()}'/>",
        "<serviceTask id='n' camunda:class='X'><extensionElements><camunda:field name='f' stringValue='v'/></extensionElements></serviceTask>",
        "<serviceTask id='n'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
        "<serviceTask id='n' camunda:type='mail'><extensionElements><camunda:field name='to' stringValue='a'/></extensionElements></serviceTask>",
        "<sendTask id='n' camunda:expression='${x.y()}'/>",
        "<businessRuleTask id='n' camunda:delegateExpression='${x}'/>",
        "<scriptTask id='n' scriptFormat='groovy' camunda:resource='r' camunda:resultVariable='v'/>",
        "<scriptTask id='n' scriptFormat='groovy'><script>1</script></scriptTask>",
        "<callActivity id='n' camunda:caseRef='c' camunda:caseBinding='latest'/>",
        "<callActivity id='n' calledElement='c' camunda:variableMappingClass='X' camunda:variableMappingDelegateExpression='${x}'/>",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:class='X'/></intermediateThrowEvent>",
        "<task id='n'><extensionElements>LISTENER LISTENER LISTENER</extensionElements></task>",
        "<userTask id='n'><extensionElements><camunda:taskListener class='X' event='create'/>LISTENER</extensionElements></userTask>",
        "<userTask id='n'><extensionElements><camunda:taskListener class='X' event='create'/><camunda:taskListener class='X' event='assignment'/></extensionElements></userTask>",
        "<task id='n'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script>1</camunda:script></camunda:inputParameter><camunda:outputParameter name='b'><camunda:script>2</camunda:script></camunda:outputParameter></camunda:inputOutput></extensionElements></task>",
        "<intermediateCatchEvent id='n'><conditionalEventDefinition/></intermediateCatchEvent>",
        "<intermediateCatchEvent id='n'><conditionalEventDefinition><condition xsi:type='tFormalExpression' language='groovy' camunda:resource='r'>x</condition></conditionalEventDefinition></intermediateCatchEvent>",
        "<intermediateCatchEvent id='n'><messageEventDefinition/></intermediateCatchEvent>",
        "<intermediateCatchEvent id='n'><timerEventDefinition/></intermediateCatchEvent>",
        "<adHocSubProcess id='n'><task id='inside'/></adHocSubProcess>",
        "<complexGateway id='n'/>",
      })
  void at_one_element(String node) {
    assertThat(messages(around(node.replace("LISTENER", LISTENER)))).hasSize(1);
  }

  @Test
  void at_each_of_two_elements() {
    String document =
        process(
            """
            <startEvent id="start"/>
            <subProcess id="undo" triggeredByEvent="true" isForCompensation="true">
              <startEvent id="begin"><compensateEventDefinition/></startEvent>
            </subProcess>
            """);

    assertThat(messages(document)).hasSize(2);
  }

  @Test
  void for_each_of_two_causes() {
    String document =
        around(
            "<serviceTask id=\"n\" camunda:class=\"X\"><extensionElements>%s</extensionElements></serviceTask>"
                .formatted(LISTENER));

    assertThat(messages(document)).hasSize(2);
  }
}
