package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Constraint;
import dev.outwork.engine.bpmn.FormFieldInfo.Type;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Errors and warnings for forms. */
final class FormFieldChecks {
  private static final List<String> CONSTRAINTS =
      List.of("required", "readonly", "min", "max", "minlength", "maxlength");

  /** The supported content of forms, by kind of element. */
  private static final Map<String, Set<String>> READ =
      Map.of(
          "camunda:formData", Set.of("businessKey", "camunda:formField"),
          "camunda:formField",
              Set.of(
                  "id",
                  "label",
                  "type",
                  "datePattern",
                  "defaultValue",
                  "camunda:properties",
                  "camunda:validation",
                  "camunda:value"),
          "camunda:formProperty",
              Set.of(
                  "id",
                  "name",
                  "type",
                  "datePattern",
                  "variable",
                  "expression",
                  "default",
                  "required",
                  "readable",
                  "writable",
                  "camunda:value"),
          "camunda:properties", Set.of("camunda:property"),
          "camunda:property", Set.of("id", "value", "name"),
          "camunda:validation", Set.of("camunda:constraint"),
          "camunda:constraint", Set.of("name", "config"),
          "camunda:value", Set.of("id", "name"));

  private final Problems problems;

  FormFieldChecks(Problems problems) {
    this.problems = problems;
  }

  /** Warns of content of a form that has no effect. */
  void nameWhatIsPassedOver(Element node, Element part) {
    Set<String> read = READ.get(part.kind());
    part.attributes().stream()
        .filter(attribute -> !read.contains(attribute.key()))
        .forEach(attribute -> warnOf(node, attribute.spelling(), part));
    for (Element child : part.children()) {
      if (read.contains(child.kind())) {
        nameWhatIsPassedOver(node, child);
      } else if (!child.kind().isEmpty()) {
        warnOf(node, child.spelling(), part);
      }
    }
  }

  private void warnOf(Element node, String what, Element part) {
    problems.warn(node, "has %s in %s, which is ignored".formatted(what, part.spelling()));
  }

  /** Refuses a constraint that is code or unknown. */
  boolean isKnown(Element node, String fieldId, Constraint constraint) {
    if (CONSTRAINTS.contains(constraint.name())) {
      warnOfLimit(node, fieldId, constraint);
      return true;
    }
    String instead =
        "validator".equals(constraint.name())
            ? "whose code is not run: write one of %s, or let a worker check the variable after it"
            : "which is not supported: write one of %s";
    problems.add(
        node,
        "has a form field '%s' with the constraint '%s', %s"
            .formatted(
                fieldId, constraint.name(), instead.formatted(String.join(", ", CONSTRAINTS))));
    return false;
  }

  private void warnOfLimit(Element node, String fieldId, Constraint constraint) {
    boolean isUseful =
        switch (constraint.name()) {
          case "min", "max" ->
              constraint.config() != null && isReadable(() -> new BigDecimal(constraint.config()));
          case "minlength", "maxlength" -> isReadable(() -> Integer.parseInt(constraint.config()));
          default -> true;
        };
    if (!isUseful) {
      problems.warn(
          node,
          "has a form field '%s' with the constraint '%s', which has no number as its config: no value can be submitted for it"
              .formatted(fieldId, constraint));
    }
  }

  /** Whether a field can be rendered and submitted. */
  boolean hold(Element node, FormFieldInfo field) {
    if (field.type() == Type.DATE && !isReadable(field::dateFormat)) {
      problems.add(
          node,
          "has a form field '%s' with the datePattern '%s', which is not a date pattern: write one such as dd/MM/yyyy"
              .formatted(field.id(), field.datePattern()));
      return false;
    }
    warnOfDefault(node, field);
    return true;
  }

  private void warnOfDefault(Element node, FormFieldInfo field) {
    if (field.defaultValue() != null
        && field.defaultValue().isConstant()
        && !fits(field, field.defaultValue().text())) {
      problems.warn(
          node,
          "has a form field '%s' with the default value '%s', which does not fit its type: its form can be neither shown, nor submitted without a value for it"
              .formatted(field.id(), field.defaultValue().text()));
    }
  }

  private static boolean fits(FormFieldInfo field, String text) {
    return switch (field.type()) {
      case STRING, BOOLEAN -> true;
      case LONG -> isReadable(() -> Long.parseLong(text));
      case ENUM -> field.values().containsKey(text);
      case DATE -> text.isBlank() || isReadable(() -> field.dateFormat().parse(text));
    };
  }

  private interface Reading {
    Object read() throws ParseException;
  }

  private static boolean isReadable(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (ParseException | IllegalArgumentException unreadable) {
      return false;
    }
  }
}
