package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content of models that moves no token, and content at positions where it has no meaning. */
class StraysComparisonTest {
  private static final String DECLARED =
      """
      <resource id="r" name="R"><resourceParameter id="rp" name="p"/></resource>
      <category id="c"><categoryValue id="cv" value="x"/></category>
      <message id="m" name="m"/>
      <interface id="i" name="i"><operation id="o" name="o"><inMessageRef>m</inMessageRef></operation></interface>
      """;

  /** start --> work (external) --> end, with something beside, in the process or in the task. */
  private static String model(
      String key, String beside, String before, String inTask, String after) {
    return beside
        + DECLARED
        + """
          <process id="%1$s" isExecutable="true">
            %2$s
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="work"><categoryValueRef>cv</categoryValueRef></sequenceFlow>
            <serviceTask id="work" camunda:type="external" camunda:topic="%1$s" operationRef="o">%3$s</serviceTask>
            <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
            <endEvent id="end"/>
            %4$s
          </process>
          """
            .formatted(key, before, inTask, after);
  }

  private static void sameCourse(String key, String model) {
    Course course =
        BOTH.sameCourse(
            model,
            engine -> {
              String id = engine.start(key);
              engine.complete(key);
              return id;
            });
    assertThat(course.state()).isEqualTo("COMPLETED");
  }

  private static String key(String prefix, String text) {
    return prefix + "-" + Integer.toHexString(text.hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<globalTask id='g' name='x'/>",
        "<globalUserTask id='g'/>",
        "<globalScriptTask id='g'/>",
        "<globalManualTask id='g'/>",
        "<globalBusinessRuleTask id='g'/>",
        "<globalConversation id='g'/>",
        "<choreography id='g'><participant id='pa' name='x'/></choreography>",
        "<extension mustUnderstand='false'/>",
        "<correlationProperty id='g'><correlationPropertyRetrievalExpression messageRef='m'><messagePath>x</messagePath></correlationPropertyRetrievalExpression></correlationProperty>",
        "<timerEventDefinition id='g'/>",
        "<conditionalEventDefinition id='g'><condition xsi:type='tFormalExpression'>x</condition></conditionalEventDefinition>",
        "<linkEventDefinition id='g' name='l'/>",
        "<compensateEventDefinition id='g'/>",
      })
  void elements_beside_the_process(String element) {
    String key = key("beside", element);

    sameCourse(key, model(key, element, "", "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ioSpecification><dataInput id='di'/><inputSet/><outputSet/></ioSpecification> | ''",
        "<supportedInterfaceRef>i</supportedInterfaceRef> | ''",
        "'' | <supports>p</supports>",
        "'' | <performer id='pf'><resourceRef>r</resourceRef></performer>",
        "'' | <resourceRole id='pf'><resourceRef>r</resourceRef></resourceRole>",
        "'' | <correlationSubscription correlationKeyRef='ck'/>",
        "<extensionElements><f:x xmlns:f='urn:f' id='start'/></extensionElements> | ''",
        "<extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>1</camunda:inputParameter></camunda:inputOutput></extensionElements> | ''",
        "<extensionElements><camunda:formData/><camunda:invented/></extensionElements> | ''",
      })
  void elements_of_the_process(String before, String after) {
    String key = key("process", before + after);

    sameCourse(key, model(key, "", before, "", after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<performer id='pf'/>",
        "<resourceRole id='pf'><resourceRef>r</resourceRef></resourceRole>",
        "<potentialOwner id='pf'/>",
        "<ioSpecification><dataInput id='di'/><inputSet/><outputSet/></ioSpecification><dataInputAssociation><targetRef>di</targetRef><assignment><from xsi:type='tFormalExpression'>1</from><to xsi:type='tFormalExpression'>2</to></assignment></dataInputAssociation>",
        "<ioSpecification><dataInput id='di'/><inputSet/><outputSet/></ioSpecification><dataInputAssociation><sourceRef>di</sourceRef><targetRef>di</targetRef><transformation xsi:type='tFormalExpression'>${x.y()}</transformation></dataInputAssociation>",
        "<extensionElements><camunda:taskListener class='X' event='create'/><camunda:in variables='all'/></extensionElements>",
        "<extensionElements><camunda:field name='f'/></extensionElements>",
      })
  void elements_of_a_task(String inTask) {
    String key = key("task", inTask);

    sameCourse(key, model(key, "", "", inTask, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:invented='1'",
        "camunda:class='x'",
        "camunda:assignee='${nobody}'",
        "camunda:historyTimeToLive='soon'",
        "camunda:decisionRef='d'",
        "camunda:initiator='who'",
      })
  void attributes_of_a_task(String attribute) {
    String key = key("attribute", attribute);

    sameCourse(
        key, model(key, "", "", "", "").replace("operationRef", attribute + " operationRef"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<potentialOwner id='po'><resourceRef>r</resourceRef></potentialOwner>",
        "<performer id='po'><resourceAssignmentExpression><formalExpression>joe</formalExpression></resourceAssignmentExpression></performer>",
        "<resourceRole id='po'><resourceRef>r</resourceRef><resourceParameterBinding parameterRef='rp'><formalExpression>x</formalExpression></resourceParameterBinding></resourceRole>",
        "<humanPerformer id='po'><resourceAssignmentExpression><expression>joe</expression></resourceAssignmentExpression></humanPerformer>",
        "<rendering id='rr'/>",
      })
  void elements_of_a_user_task(String inTask) {
    String key = key("user", inTask);
    BOTH.sameCourse(
        model(key, "", "", inTask, "")
            .replaceAll("<serviceTask [^>]*>", "<userTask id=\"work\">")
            .replace("</serviceTask>", "</userTask>"),
        engine -> {
          String id = engine.start(key);
          engine.completeTask("work", Map.of());
          return id;
        });
  }

  @Test
  void names_of_any_length_where_none_is_stored() {
    String key = "long-names";

    sameCourse(
        key,
        model(key, "", "", "", "")
            .replace("<sequenceFlow ", "<sequenceFlow name=\"%s\" ".formatted("n".repeat(4000))));
  }

  @Test
  void a_start_event_that_interrupts_nothing_and_declarations_that_nobody_uses() {
    Course course =
        BOTH.sameCourse(
            """
            <error id="e" errorCode="E"/>
            <error id="unused" errorCode=""/>
            <message id="nameless" name=""/>
            <process id="error-interrupts" isExecutable="true">
              <startEvent id="start" isInterrupting="false"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
              <serviceTask id="work" camunda:type="external" camunda:topic="error-interrupts"/>
              <boundaryEvent id="failed" attachedToRef="work">
                <errorEventDefinition id="failedDefinition" errorRef="e"/>
              </boundaryEvent>
              <sequenceFlow id="f2" sourceRef="failed" targetRef="mend"/>
              <userTask id="mend"/>
            </process>
            """,
            engine -> {
              String id = engine.start("error-interrupts");
              engine.raise("error-interrupts", "E", Map.of());
              engine.completeTask("mend", Map.of());
              return id;
            });

    assertThat(course.state()).isEqualTo("COMPLETED");
  }
}
