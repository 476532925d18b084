package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Constraint;
import dev.outwork.engine.bpmn.FormFieldInfo.Type;
import dev.outwork.engine.bpmn.FormProperty;
import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code camunda:formProperty}. */
final class FormPropertyReader {
  private static final Set<String> YES = Set.of("true", "enabled", "on", "active", "yes");
  private static final Set<String> NO = Set.of("false", "disabled", "off", "inactive", "no");

  private final ExpressionReader texts;
  private final FormFieldReader fields;
  private final FormFieldChecks checks;

  FormPropertyReader(ExpressionReader texts, FormFieldReader fields) {
    this.texts = texts;
    this.fields = fields;
    this.checks = new FormFieldChecks(texts.problems());
  }

  /** The properties of the form of a node. */
  List<FormProperty> read(Element node) {
    node.extensions("camunda:formProperty").forEach(one -> checks.nameWhatIsPassedOver(node, one));
    return node.extensions("camunda:formProperty")
        .map(one -> property(node, one))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<FormProperty> property(Element node, Element property) {
    return fields
        .id(node, property)
        .flatMap(
            id -> {
              boolean isTyped = property.attribute("type") != null;
              Optional<Type> type =
                  isTyped ? fields.type(node, property, id) : Optional.of(Type.STRING);
              return type.flatMap(known -> property(node, property, id, known, isTyped));
            });
  }

  private Optional<FormProperty> property(
      Element node, Element property, String id, Type type, boolean isTyped) {
    boolean isWritable = is(node, property, "writable", true);
    boolean isRequired = is(node, property, "required", false);
    FormFieldInfo field =
        new FormFieldInfo(
            id,
            null,
            FormFieldReader.ofType(property, type),
            fields.expression(node, property, "default value", property.attribute("default")),
            Map.of(),
            constraints(isWritable, isRequired),
            false);
    Expression source =
        property.given("variable") == null
            ? fields.expression(node, property, "expression", property.given("expression"))
            : null;
    return Optional.of(
            new FormProperty(
                property.attribute("name"),
                field,
                isTyped,
                variable(node, property, id, source, isWritable),
                source,
                is(node, property, "readable", true),
                isWritable,
                isRequired))
        .filter(read -> checks.hold(node, field));
  }

  private static List<Constraint> constraints(boolean isWritable, boolean isRequired) {
    List<Constraint> none = List.of();
    List<Constraint> required = isRequired ? List.of(new Constraint("required", null)) : none;
    List<Constraint> readonly = isWritable ? none : List.of(new Constraint("readonly", null));
    return Stream.concat(required.stream(), readonly.stream()).toList();
  }

  private String variable(
      Element node, Element property, String id, Expression source, boolean isWritable) {
    String given = property.given("variable");
    if (given != null && given.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .add(
              node,
              "has a form property '%s' with a variable name of %d characters; at most %d are allowed"
                  .formatted(id, given.length(), IdRules.MAX_LENGTH));
    }
    if (given != null || source == null) {
      return given == null ? id : given;
    }
    if (isWritable && source.onlyName().isEmpty()) {
      texts
          .problems()
          .add(
              node,
              "has a form property '%s', which would be submitted into the expression '%s': name a variable, or write writable=\"false\""
                  .formatted(id, source.text()));
    }
    return source.onlyName().orElse(id);
  }

  private boolean is(Element node, Element property, String attribute, boolean otherwise) {
    String text = property.attribute(attribute);
    if (text == null) {
      return otherwise;
    }
    if (!YES.contains(text) && !NO.contains(text)) {
      texts
          .problems()
          .add(
              node,
              "has a form property '%s' with %s=\"%s\": write true or false"
                  .formatted(property.given("id"), attribute, text));
    }
    return YES.contains(text);
  }
}
