package dev.outwork.comparison;

import static dev.outwork.comparison.ConditionalModels.Kind.EXTERNAL_TASK;
import static dev.outwork.comparison.ConditionalModels.Kind.RECEIVE_TASK;
import static dev.outwork.comparison.ConditionalModels.Kind.USER_TASK;

import java.util.List;

/**
 * Processes with conditional events on {@code ${x == 1}}. In the texts, KEY is the key of the
 * process, and INTERRUPTS whether the events interrupt.
 */
final class ConditionalModels {
  /** The kinds of elements that wait for a result. */
  enum Kind {
    NOTHING,
    EXTERNAL_TASK,
    USER_TASK,
    RECEIVE_TASK
  }

  /**
   * A process.
   *
   * @param kind of the activity KEY-work
   */
  record Model(String name, Kind kind, String elements) {
    String elements(String key, boolean interrupts) {
      return elements.replace("KEY", key).replace("INTERRUPTS", String.valueOf(interrupts));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String WORK = "KEY-work";
  private static final String IS_1 = condition("");
  private static final String OUTPUT =
      """
      <extensionElements>
        <camunda:inputOutput>
          <camunda:outputParameter name="x">${1}</camunda:outputParameter>
        </camunda:inputOutput>
      </extensionElements>
      """;
  private static final String WITHIN =
      """
      <subProcess id="within" triggeredByEvent="true">
        <startEvent id="begun" isInterrupting="INTERRUPTS">%s</startEvent>
        <sequenceFlow id="w1" sourceRef="begun" targetRef="noticed"/>
        <userTask id="noticed"/>
      </subProcess>
      """
          .formatted(IS_1);

  static final List<Model> ALL =
      List.of(
          new Model("boundary event", EXTERNAL_TASK, process(WORK, external(""), on(WORK, IS_1))),
          new Model(
              "boundary event on a user task",
              USER_TASK,
              process(WORK, "<userTask id=\"KEY-work\"/>", on(WORK, IS_1))),
          new Model(
              "boundary event on a receive task",
              RECEIVE_TASK,
              "<message id=\"KEY-message\" name=\"KEY-work\"/>"
                  + process(
                      WORK,
                      "<receiveTask id=\"KEY-work\" messageRef=\"KEY-message\"/>",
                      on(WORK, IS_1))),
          new Model(
              "boundary event for one variable",
              EXTERNAL_TASK,
              process(WORK, external(""), on(WORK, condition("camunda:variableName=\"y\"")))),
          new Model(
              "boundary event for new variables",
              EXTERNAL_TASK,
              process(
                  WORK, external(""), on(WORK, condition("camunda:variableEvents=\"create\"")))),
          new Model("event sub-process", EXTERNAL_TASK, process(WORK, external(""), WITHIN)),
          new Model(
              "boundary event and event sub-process",
              EXTERNAL_TASK,
              process(WORK, external(""), on(WORK, IS_1), WITHIN)),
          new Model(
              "output parameter",
              EXTERNAL_TASK,
              process(WORK, external(OUTPUT), on(WORK, IS_1), WITHIN)),
          new Model(
              "event sub-process of a sub-process",
              EXTERNAL_TASK,
              process("inner", inner(external(""), WITHIN))),
          new Model(
              "boundary event on a sub-process",
              EXTERNAL_TASK,
              process("inner", inner(external("")), on("inner", IS_1))),
          new Model(
              "output parameter in a sub-process",
              EXTERNAL_TASK,
              process("inner", inner(external(OUTPUT)), on("inner", IS_1))),
          new Model(
              "boundary event on a multi-instance activity",
              EXTERNAL_TASK,
              process(WORK, external(twice()), on(WORK, IS_1))),
          new Model(
              "event sub-process around a multi-instance activity",
              EXTERNAL_TASK,
              process(WORK, external(twice()), WITHIN)),
          new Model(
              "nothing waits", Kind.NOTHING, process(WORK, "<task id=\"KEY-work\"/>", WITHIN)),
          new Model(
              "output parameter where nothing waits",
              Kind.NOTHING,
              process(WORK, "<task id=\"KEY-work\">%s</task>".formatted(OUTPUT), WITHIN)));

  private ConditionalModels() {}

  private static String condition(String attributes) {
    return """
        <conditionalEventDefinition %s>
          <condition xsi:type="tFormalExpression">${x == 1}</condition>
        </conditionalEventDefinition>
        """
        .formatted(attributes);
  }

  private static String external(String content) {
    String topic = content.contains("loopCardinality") ? WORK + "${loopCounter}" : WORK + "0";
    return """
        <serviceTask id="KEY-work" camunda:type="external" camunda:topic="%s">%s</serviceTask>
        """
        .formatted(topic, content);
  }

  private static String twice() {
    return """
        <multiInstanceLoopCharacteristics>
          <loopCardinality>2</loopCardinality>
        </multiInstanceLoopCharacteristics>
        """;
  }

  private static String on(String host, String definition) {
    return """
        <boundaryEvent id="changed" attachedToRef="%s" cancelActivity="INTERRUPTS">%s</boundaryEvent>
        <sequenceFlow id="b1" sourceRef="changed" targetRef="handled"/>
        <userTask id="handled"/>
        """
        .formatted(host, definition);
  }

  private static String inner(String... content) {
    return """
        <subProcess id="inner">
          <startEvent id="open"/>
          <sequenceFlow id="i1" sourceRef="open" targetRef="KEY-work"/>
          %s
          <sequenceFlow id="i2" sourceRef="KEY-work" targetRef="close"/>
          <endEvent id="close"/>
        </subProcess>
        """
        .formatted(String.join("", content));
  }

  /** start --> the node --> next (user). */
  private static String process(String node, String... content) {
    return """
        <process id="KEY" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="p1" sourceRef="start" targetRef="%1$s"/>
          %2$s
          <sequenceFlow id="p2" sourceRef="%1$s" targetRef="next"/>
          <userTask id="next"/>
        </process>
        """
        .formatted(node, String.join("", content));
  }
}
