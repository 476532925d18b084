package dev.outwork.engine.form;

import dev.outwork.api.form.FormFieldValidationException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Type;
import dev.outwork.engine.bpmn.FormProperty;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Values;
import dev.outwork.engine.variable.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The submitted values of {@code camunda:formProperty}. Unlike fields, they are converted from
 * their text, and what has no value sets no variable.
 */
final class FilledProperties {
  private FilledProperties() {}

  /**
   * Sets the variables of all properties.
   *
   * @param submitted loses the values of properties
   */
  static void fill(
      List<FormProperty> properties,
      Map<String, TypedValue> submitted,
      Variables variables,
      List<String> target,
      Names names) {
    for (FormProperty property : properties) {
      value(property, submitted, names)
          .filter(value -> value.value() != null)
          .ifPresent(value -> variables.set(target, property.variable(), value));
    }
  }

  private static Optional<TypedValue> value(
      FormProperty property, Map<String, TypedValue> submitted, Names names) {
    if (submitted.containsKey(property.id())) {
      if (!property.isWritable()) {
        throw refused(property, "form property '%s' is not writable");
      }
      return Optional.of(converted(property, submitted.remove(property.id())));
    }
    Optional<TypedValue> byDefault = byDefault(property, names);
    if (property.isRequired() && byDefault.isEmpty()) {
      throw refused(property, "form property '%s' is required");
    }
    return byDefault;
  }

  private static Optional<TypedValue> byDefault(FormProperty property, Names names) {
    return Optional.ofNullable(property.field().defaultValue())
        .map(expression -> expression.evaluate(names))
        .map(value -> converted(property, asText(value)));
  }

  /** As in Camunda 7, a default value is a text whatever its expression yields, but a date. */
  private static TypedValue asText(Object value) {
    TypedValue typed = Values.fromExpression(value);
    return typed.type() == ValueType.DATE ? typed : TypedValue.string(value.toString());
  }

  private static TypedValue converted(FormProperty property, TypedValue value) {
    if (!property.isTyped()) {
      return value;
    }
    try {
      return FieldValues.toVariable(property.field(), plain(property.field(), value));
    } catch (UnfitValueException unfit) {
      throw refused(property, "form property '%s': " + unfit.getMessage());
    }
  }

  private static TypedValue plain(FormFieldInfo field, TypedValue given) {
    Object value = given.value();
    if (value instanceof Number || value instanceof Boolean) {
      return TypedValue.string(value.toString());
    }
    boolean canBeEmpty = field.type() != Type.STRING && field.type() != Type.ENUM;
    return canBeEmpty && "".equals(value) ? TypedValue.NULL : given;
  }

  private static FormFieldValidationException refused(FormProperty property, String reason) {
    return new FormFieldValidationException(property.id(), reason.formatted(property.id()));
  }
}
