package dev.outwork.engine.form;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.form.FormData;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormFieldConstraint;
import dev.outwork.api.form.FormFieldType;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormInfo;
import dev.outwork.engine.bpmn.FormProperty;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Values;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a form with their current values.
 *
 * @param variables existing variables
 * @param names visible to labels and default values
 * @param isOfTask whether there is an instance already
 */
record ShownForm(Function<String, Optional<TypedValue>> variables, Names names, boolean isOfTask) {
  /** A form before there is an instance. */
  static final ShownForm OF_START = new ShownForm(name -> Optional.empty(), Names.NONE, false);

  /** {@code key} may be null. */
  FormData show(String key, FormInfo form) {
    return new FormData(
        key,
        form.fields().stream().map(this::show).toList(),
        form.properties().stream().filter(FormProperty::isReadable).map(this::show).toList());
  }

  private FormField show(FormProperty property) {
    TypedValue value = value(property).map(known -> shown(property, known)).orElse(null);
    return shown(property.field(), property.name(), value, value == null ? TypedValue.NULL : value);
  }

  private Optional<TypedValue> value(FormProperty property) {
    if (isOfTask && property.source() != null) {
      return Optional.of(Values.fromExpression(property.source().evaluate(names)));
    }
    return variables
        .apply(property.variable())
        .or(
            () ->
                Optional.ofNullable(property.field().defaultValue())
                    .map(expression -> Values.fromExpression(expression.evaluate(names))));
  }

  /** A plain value that does not fit the type is shown as a text. */
  private static TypedValue shown(FormProperty property, TypedValue value) {
    try {
      return value.type() == ValueType.STRING || value.value() == null
          ? value
          : FieldValues.toField(property.field(), value);
    } catch (UnfitValueException unfit) {
      return TypedValue.string(value.value().toString());
    }
  }

  private FormField show(FormFieldInfo field) {
    String label = label(field);
    Optional<TypedValue> byDefault =
        Defaults.of(field, names).filter(value -> value.value() != null);
    return shown(
        field, label, byDefault.orElse(null), value(field, byDefault.orElse(TypedValue.NULL)));
  }

  private static FormField shown(
      FormFieldInfo field, String label, TypedValue byDefault, TypedValue value) {
    return new FormField(
        field.id(),
        label,
        FormFieldType.valueOf(field.type().name()),
        field.datePattern(),
        field.values(),
        field.businessKey(),
        byDefault,
        value,
        field.properties(),
        field.constraints().stream()
            .map(constraint -> new FormFieldConstraint(constraint.name(), constraint.config()))
            .toList());
  }

  private String label(FormFieldInfo field) {
    Object label = field.label() == null ? null : field.label().evaluate(names);
    return label == null ? null : label.toString();
  }

  private TypedValue value(FormFieldInfo field, TypedValue byDefault) {
    try {
      return variables
          .apply(field.id())
          .map(variable -> FieldValues.toField(field, variable))
          .orElseGet(() -> FieldValues.toField(field, FieldValues.toVariable(field, byDefault)));
    } catch (UnfitValueException unfit) {
      throw new ProcessEngineException(
          "Cannot show form field '%s': failed to convert its variable: %s"
              .formatted(field.id(), unfit.getMessage()),
          unfit);
    }
  }
}
