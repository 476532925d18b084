package dev.outwork.engine.form;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormFieldConstraint;
import dev.outwork.api.form.FormFieldType;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.expression.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a form with their current values.
 *
 * @param variables existing variables
 * @param names visible to labels and default values
 */
record ShownForm(Function<String, Optional<TypedValue>> variables, Names names) {
  /** A form before there is an instance. */
  static final ShownForm OF_START = new ShownForm(name -> Optional.empty(), Names.NONE);

  List<FormField> show(List<FormFieldInfo> fields) {
    return fields.stream().map(this::show).toList();
  }

  private FormField show(FormFieldInfo field) {
    String label = label(field);
    Optional<TypedValue> byDefault =
        Defaults.of(field, names).filter(value -> value.value() != null);
    return new FormField(
        field.id(),
        label,
        FormFieldType.valueOf(field.type().name()),
        field.datePattern(),
        field.values(),
        field.businessKey(),
        byDefault.orElse(null),
        value(field, byDefault.orElse(TypedValue.NULL)),
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
