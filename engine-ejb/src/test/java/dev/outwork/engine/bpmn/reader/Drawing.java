package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.ProcessModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Small BPMN documents for tests. */
final class Drawing {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn" xmlns:operaton="http://operaton.org/schema/1.0/bpmn" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" targetNamespace="http://test">
      """;

  /** The root elements that {@link #withDeclarations} adds to a process, on lines of their own. */
  private static final String DECLARATIONS =
      """
      <message id="paid" name="PAID"/><message id="nameless"/>
      <signal id="stop" name="STOP"/><signal id="stopOf" name="stop-${id}"/>
      <error id="late" errorCode="LATE" camunda:errorMessage="Too late, ${name}"/><error id="codeless"/>
      <escalation id="up" escalationCode="UP"/><escalation id="upless"/>
      """;

  /** The line of a document on which the content of {@link #definitions} begins. */
  static final int FIRST_LINE = 3;

  private Drawing() {}

  static String definitions(String content) {
    return HEAD + content + "\n</definitions>";
  }

  /** An executable process {@code p}, which begins on {@link #FIRST_LINE}. */
  static String process(String content) {
    return definitions("<process id=\"p\" isExecutable=\"true\">" + content + "</process>");
  }

  /** start --> the node --> end, where the node's id is {@code n}. */
  static String around(String node) {
    return process(
        "<startEvent id=\"start\"/>"
            + node
            + "<endEvent id=\"end\"/>"
            + flow("in", "start", "n")
            + flow("out", "n", "end"));
  }

  static String flow(String id, String source, String target) {
    return "<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>"
        .formatted(id, source, target);
  }

  static String flow(String id, String source, String target, String condition) {
    return """
        <sequenceFlow id="%s" sourceRef="%s" targetRef="%s"><conditionExpression xsi:type="tFormalExpression">%s</conditionExpression></sequenceFlow>"""
        .formatted(id, source, target, condition);
  }

  static List<ProcessModel> readAll(String document) {
    return BpmnReader.read("test.bpmn", document.getBytes(StandardCharsets.UTF_8));
  }

  static ProcessModel read(String document) {
    List<ProcessModel> models = readAll(document);
    Assertions.assertThat(models).hasSize(1);
    return models.get(0);
  }

  static List<Problem> problems(String document) {
    return problems(document.getBytes(StandardCharsets.UTF_8));
  }

  static List<Problem> problems(byte[] document) {
    ParseException refused =
        Assertions.catchThrowableOfType(
            ParseException.class, () -> BpmnReader.read("test.bpmn", document));
    Assertions.assertThat(refused).as("a refusal").isNotNull();
    Assertions.assertThat(refused.resourceName()).isEqualTo("test.bpmn");
    Assertions.assertThat(refused.problems()).isNotEmpty();
    return refused.problems();
  }

  static List<String> messages(String document) {
    return problems(document).stream().map(Problem::message).toList();
  }

  /** The warnings for a document that can be executed. */
  static List<Problem> warnings(String document) {
    List<Problem> warnings = new ArrayList<>();
    BpmnReader.read("test.bpmn", document.getBytes(StandardCharsets.UTF_8), warnings::add);
    return warnings;
  }

  /** The document with messages, signals, errors and escalations that events can refer to. */
  static String withDeclarations(String document) {
    return document.replaceFirst("<process ", DECLARATIONS.replace("$", "\\$") + "<process ");
  }

  /** A definition with types on its conditions, without which it is not valid BPMN. */
  static String typed(String definition) {
    return definition.replace("<condition>", "<condition xsi:type=\"tFormalExpression\">");
  }
}
