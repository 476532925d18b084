package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.FormInfo;
import java.util.stream.Stream;

/** Reads the form of a start event or a user task. */
final class FormReader {
  private final Problems problems;
  private final FormFieldReader fields;
  private final FormPropertyReader properties;

  FormReader(ExpressionReader texts) {
    this.problems = texts.problems();
    this.fields = new FormFieldReader(texts);
    this.properties = new FormPropertyReader(texts, fields);
  }

  /** The form of a node. */
  FormInfo read(Element node) {
    return new FormInfo(fields.read(node), properties.read(node));
  }

  /** Warns of a form where none is ever shown. */
  FormInfo passOver(Element node) {
    Stream<String> unread =
        Stream.of("camunda:formData", "camunda:formProperty")
            .filter(kind -> node.extensions(kind).findAny().isPresent());
    Stream<String> key = Stream.of("camunda:formKey").filter(name -> node.attribute(name) != null);
    Stream.concat(unread, key).forEach(what -> warnThatNobodySees(node, what));
    return FormInfo.NONE;
  }

  private void warnThatNobodySees(Element node, String what) {
    problems.warn(
        node,
        "has %s, which is ignored: a form starts a process at its start event without an event definition"
            .formatted(what));
  }
}
