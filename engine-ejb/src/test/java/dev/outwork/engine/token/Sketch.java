package dev.outwork.engine.token;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws processes as BPMN documents, in little more words than the drawing above a test has. */
public final class Sketch {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
      """;

  // Root elements are written as comments where they are referred to.
  private static final Pattern DECLARATION = Pattern.compile("<!--(.*?)-->");

  private static final Pattern ASSOCIATION_AT_END = Pattern.compile("<association [^>]*/>$");

  private Sketch() {}

  /** A document with one process {@code p}. */
  public static String process(String... content) {
    return document(processOf("p", content));
  }

  public static String document(String... processes) {
    String text = String.join("\n", processes);
    Set<String> declarations = new LinkedHashSet<>();
    DECLARATION.matcher(text).results().map(Sketch::declaration).forEach(declarations::add);
    return HEAD
        + String.join("\n", declarations)
        + DECLARATION.matcher(text).replaceAll("")
        + "\n</definitions>";
  }

  private static String declaration(MatchResult found) {
    return found.group(1);
  }

  public static String processOf(String key, String... content) {
    return scope("process", key, "isExecutable=\"true\"", content);
  }

  /** BPMN wants associations after everything else in their scope. */
  private static String scope(String kind, String id, String attributes, String... content) {
    StringBuilder nodes = new StringBuilder();
    StringBuilder associations = new StringBuilder();
    for (String each : content) {
      Matcher matcher = ASSOCIATION_AT_END.matcher(each);
      nodes.append(matcher.replaceFirst("")).append('\n');
      matcher.reset().results().forEach(found -> associations.append(found.group()));
    }
    return element(kind, id, attributes, nodes.toString(), associations.toString());
  }

  private static String all(String... content) {
    return String.join("\n", content);
  }

  private static String element(String kind, String id, String attributes, String... content) {
    return "<%s id=\"%s\" %s>%s</%s>".formatted(kind, id, attributes, all(content), kind);
  }

  /** An element with one more attribute. */
  public static String with(String attribute, String value, String element) {
    return element.replaceFirst(
        "^<(\\w+)", "<$1 %s=\"%s\"".formatted(attribute, value.replace("$", "\\$")));
  }

  public static String asyncBefore(String element) {
    return with("camunda:asyncBefore", "true", element);
  }

  public static String asyncAfter(String element) {
    return with("camunda:asyncAfter", "true", element);
  }

  // Events

  public static String start(String id, String... content) {
    return element("startEvent", id, "", content);
  }

  /** The start event of an event sub-process that does not interrupt. */
  public static String startBeside(String id, String... content) {
    return element("startEvent", id, "isInterrupting=\"false\"", content);
  }

  public static String end(String id, String... content) {
    return element("endEvent", id, "", content);
  }

  public static String catching(String id, String... content) {
    return element("intermediateCatchEvent", id, "", content);
  }

  public static String throwing(String id, String... content) {
    return element("intermediateThrowEvent", id, "", content);
  }

  /** A boundary event that interrupts. */
  public static String boundary(String id, String host, String definition) {
    return element("boundaryEvent", id, "attachedToRef=\"%s\"".formatted(host), definition);
  }

  /** A boundary event that does not interrupt. */
  public static String beside(String id, String host, String definition) {
    return element(
        "boundaryEvent",
        id,
        "attachedToRef=\"%s\" cancelActivity=\"false\"".formatted(host),
        definition);
  }

  // Event definitions

  public static String message(String name) {
    return "<messageEventDefinition messageRef=\"%s\"/>".formatted(messageRef(name));
  }

  private static String messageRef(String name) {
    return reference("message", name, "name");
  }

  public static String signal(String name, String... mappings) {
    return "<signalEventDefinition signalRef=\"%s\">%s</signalEventDefinition>"
        .formatted(reference("signal", name, "name"), extensions(mappings));
  }

  public static String error(String code) {
    return "<errorEventDefinition errorRef=\"%s\"/>"
        .formatted(reference("error", code, "errorCode"));
  }

  /** Catches every error, and keeps its code and message. */
  public static String anyError(String codeVariable, String messageVariable) {
    return "<errorEventDefinition camunda:errorCodeVariable=\"%s\" camunda:errorMessageVariable=\"%s\"/>"
        .formatted(codeVariable, messageVariable);
  }

  public static String escalation(String code) {
    return "<escalationEventDefinition escalationRef=\"%s\"/>"
        .formatted(reference("escalation", code, "escalationCode"));
  }

  /** Catches every escalation, and keeps its code. */
  public static String anyEscalation(String codeVariable) {
    return "<escalationEventDefinition camunda:escalationCodeVariable=\"%s\"/>"
        .formatted(codeVariable);
  }

  private static String reference(String kind, String name, String attribute) {
    String id = kind + "-" + name.replaceAll("\\W", "_");
    return id + "<!--<%s id=\"%s\" %s=\"%s\"/>-->".formatted(kind, id, attribute, name);
  }

  public static String timer(String duration) {
    return timer("timeDuration", duration);
  }

  public static String cycle(String cycle) {
    return timer("timeCycle", cycle);
  }

  private static String timer(String form, String text) {
    return "<timerEventDefinition><%s>%s</%s></timerEventDefinition>".formatted(form, text, form);
  }

  public static String condition(String expression) {
    return "<conditionalEventDefinition><condition xsi:type=\"tFormalExpression\">%s</condition></conditionalEventDefinition>"
        .formatted(expression);
  }

  public static String link(String name) {
    return "<linkEventDefinition name=\"%s\"/>".formatted(name);
  }

  public static String terminate() {
    return "<terminateEventDefinition/>";
  }

  public static String cancel() {
    return "<cancelEventDefinition/>";
  }

  public static String compensation() {
    return "<compensateEventDefinition/>";
  }

  public static String compensationOf(String activityId) {
    return "<compensateEventDefinition activityRef=\"%s\"/>".formatted(activityId);
  }

  // Activities

  /** A service task whose topic is its id. */
  public static String external(String id, String... content) {
    return element("serviceTask", id, topic(id), content);
  }

  /** The attributes that hand work to workers. */
  public static String topic(String name) {
    return "camunda:type=\"external\" camunda:topic=\"%s\"".formatted(name);
  }

  /** An activity, by the name of its kind. */
  public static String activity(String kind, String id, String attributes, String... content) {
    return element(kind, id, attributes, content);
  }

  public static String task(String id, String... content) {
    return element("task", id, "", content);
  }

  public static String user(String id, String... content) {
    return element("userTask", id, "", content);
  }

  public static String receive(String id, String message, String... content) {
    return element("receiveTask", id, "messageRef=\"%s\"".formatted(messageRef(message)), content);
  }

  public static String subProcess(String id, String... content) {
    return scope("subProcess", id, "", content);
  }

  public static String eventSubProcess(String id, String... content) {
    return scope("subProcess", id, "triggeredByEvent=\"true\"", content);
  }

  public static String transaction(String id, String... content) {
    return scope("transaction", id, "", content);
  }

  public static String call(String id, String key, String... content) {
    return element("callActivity", id, "calledElement=\"%s\"".formatted(key), content);
  }

  /** An activity that undoes another, with the boundary event and the association between them. */
  public static String undoing(String activityId, String handler) {
    String event = "undo-of-" + activityId;
    String handlerId = handler.replaceFirst("(?s)^<\\w+[^>]*? id=\"([^\"]+)\".*", "$1");
    return with("isForCompensation", "true", handler)
        + boundary(event, activityId, compensation())
        + "<association id=\"%s-%s\" associationDirection=\"One\" sourceRef=\"%s\" targetRef=\"%s\"/>"
            .formatted(event, handlerId, event, handlerId);
  }

  // Loops

  public static String parallel(String cardinality) {
    return loop("", "<loopCardinality>%s</loopCardinality>".formatted(cardinality));
  }

  public static String sequential(String cardinality) {
    return loop(
        "isSequential=\"true\"", "<loopCardinality>%s</loopCardinality>".formatted(cardinality));
  }

  /** At once for each element of a list. */
  public static String forEach(String collection, String variable, String... content) {
    return loop(
        "camunda:collection=\"%s\" camunda:elementVariable=\"%s\"".formatted(collection, variable),
        content);
  }

  public static String loop(String attributes, String... content) {
    return "<multiInstanceLoopCharacteristics %s>%s</multiInstanceLoopCharacteristics>"
        .formatted(attributes, all(content));
  }

  public static String until(String condition) {
    return "<completionCondition xsi:type=\"tFormalExpression\">%s</completionCondition>"
        .formatted(condition);
  }

  // Gateways

  public static String exclusive(String id) {
    return element("exclusiveGateway", id, "");
  }

  public static String fork(String id) {
    return element("parallelGateway", id, "");
  }

  public static String inclusive(String id) {
    return element("inclusiveGateway", id, "");
  }

  public static String firstOf(String id) {
    return element("eventBasedGateway", id, "");
  }

  // Flows: each has the id source-target

  /** Flows from each node to the next one. */
  public static String path(String... nodes) {
    StringBuilder flows = new StringBuilder();
    for (int i = 1; i < nodes.length; i++) {
      flows.append(flow(nodes[i - 1], nodes[i], ""));
    }
    return flows.toString();
  }

  public static String when(String condition, String source, String target) {
    return flow(
        source,
        target,
        "<conditionExpression xsi:type=\"tFormalExpression\">%s</conditionExpression>"
            .formatted(condition));
  }

  private static String flow(String source, String target, String content) {
    return element(
        "sequenceFlow",
        source + "-" + target,
        "sourceRef=\"%s\" targetRef=\"%s\"".formatted(source, target),
        content);
  }

  // Data

  public static String extensions(String... content) {
    return content.length == 0
        ? ""
        : "<extensionElements>%s</extensionElements>".formatted(all(content));
  }

  public static String parameters(String... content) {
    return extensions("<camunda:inputOutput>%s</camunda:inputOutput>".formatted(all(content)));
  }

  public static String input(String name, String value) {
    return "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>".formatted(name, value);
  }

  public static String output(String name, String value) {
    return "<camunda:outputParameter name=\"%s\">%s</camunda:outputParameter>"
        .formatted(name, value);
  }

  public static String in(String attributes) {
    return "<camunda:in %s/>".formatted(attributes);
  }

  public static String out(String attributes) {
    return "<camunda:out %s/>".formatted(attributes);
  }
}
