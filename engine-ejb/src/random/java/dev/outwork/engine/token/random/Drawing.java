package dev.outwork.engine.token.random;

import dev.outwork.engine.token.random.Activity.Repetition;
import java.util.TreeSet;

/** The nodes and flows of one scope, as BPMN. */
final class Drawing {
  private final Document document;
  private final TreeSet<String> indexes;
  private final StringBuilder nodes;
  private final StringBuilder associations;

  Drawing(Document document) {
    this(document, new TreeSet<>(), new StringBuilder(), new StringBuilder());
  }

  private Drawing(
      Document document, TreeSet<String> indexes, StringBuilder nodes, StringBuilder associations) {
    this.document = document;
    this.indexes = indexes;
    this.nodes = nodes;
    this.associations = associations;
  }

  /** A drawing of a scope in this one. */
  Drawing inside() {
    return new Drawing(document, indexes, new StringBuilder(), new StringBuilder());
  }

  /** The drawing for a node with one more index. */
  Drawing withIndex(String name) {
    TreeSet<String> all = new TreeSet<>(indexes);
    all.add(name);
    return new Drawing(document, all, nodes, associations);
  }

  void node(String kind, String id, String attributes, String content) {
    element(kind, id, attributes + document.borders().next(), content);
  }

  /** A node at which no transaction can end, or a flow. */
  void element(String kind, String id, String attributes, String content) {
    nodes.append("<%s id=\"%s\" %s>%s</%s>\n".formatted(kind, id, attributes, content, kind));
  }

  void activity(
      String kind,
      String id,
      String attributes,
      String extensions,
      Repetition repetition,
      String content) {
    String all = extensions + repetition.input();
    node(
        kind,
        id,
        attributes,
        (all.isEmpty() ? "" : "<extensionElements>%s</extensionElements>".formatted(all))
            + repetition.loop()
            + content);
  }

  void task(String id, String attributes, Repetition repetition) {
    activity(
        "serviceTask",
        id,
        attributes + " camunda:type=\"external\" camunda:topic=\"%s\"".formatted(Play.TOPIC),
        "",
        repetition,
        "");
  }

  /** Returns the id of the flow. */
  String flow(String source, String target) {
    return flow(source, target, "");
  }

  String flow(String source, String target, String condition) {
    String id = "from_%s_to_%s".formatted(source, target);
    element(
        "sequenceFlow",
        id,
        "sourceRef=\"%s\" targetRef=\"%s\"".formatted(source, target),
        condition.isEmpty()
            ? ""
            : "<conditionExpression>%s</conditionExpression>".formatted(condition));
    return id;
  }

  void associate(String source, String target) {
    associations.append(
        "<association id=\"undo_%s\" sourceRef=\"%s\" targetRef=\"%s\" associationDirection=\"One\"/>\n"
            .formatted(target, source, target));
  }

  /** The asynchronous continuations at each instance of a multi-instance activity. */
  String borders() {
    return document.borders().next();
  }

  /** The definition of an event that catches an error; {@code code} is empty for all errors. */
  String error(String eventId, String code) {
    if (code.isEmpty()) {
      return "<errorEventDefinition/>";
    }
    document.declare("<error id=\"%s_error\" errorCode=\"%s\"/>".formatted(eventId, code));
    return "<errorEventDefinition errorRef=\"%s_error\"/>".formatted(eventId);
  }

  /** The definition of an event that throws or catches an escalation, with a code or without. */
  String escalation(String eventId, String code) {
    if (code.isEmpty()) {
      return "<escalationEventDefinition/>";
    }
    document.declare(
        "<escalation id=\"%s_escalation\" escalationCode=\"%s\"/>".formatted(eventId, code));
    return "<escalationEventDefinition escalationRef=\"%s_escalation\"/>".formatted(eventId);
  }

  /** The definition of an event that waits for the message that is named like its key. */
  String message(String eventId) {
    StringBuilder name = new StringBuilder(eventId);
    indexes.forEach(index -> name.append("-${").append(index).append('}'));
    document.declare("<message id=\"%s_message\" name=\"%s\"/>".formatted(eventId, name));
    return "<messageEventDefinition messageRef=\"%s_message\"/>".formatted(eventId);
  }

  /** Draws the process that a call activity calls; returns its key. */
  String called(String callId, String content) {
    String key = document.keyOfCalled(callId);
    document.add(key, content);
    return key;
  }

  String content() {
    return nodes.toString() + associations;
  }
}
