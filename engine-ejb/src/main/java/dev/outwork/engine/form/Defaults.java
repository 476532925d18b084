package dev.outwork.engine.form;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Values;
import java.util.Optional;

/** The value of a field that was left empty. */
final class Defaults {
  private Defaults() {}

  /** Empty if it has no default value; the value of an expression may be null. */
  static Optional<TypedValue> of(FormFieldInfo field, Names names) {
    return Optional.ofNullable(field.defaultValue())
        .map(expression -> Values.fromExpression(expression.evaluate(names)))
        .map(value -> converted(field, value));
  }

  private static TypedValue converted(FormFieldInfo field, TypedValue value) {
    try {
      return FieldValues.toVariable(field, value);
    } catch (UnfitValueException unfit) {
      throw new ProcessEngineException(
          "Cannot use the default value of form field '%s': %s"
              .formatted(field.id(), unfit.getMessage()),
          unfit);
    }
  }
}
