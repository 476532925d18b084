package dev.outwork.engine.form;

import static dev.outwork.api.form.FormFieldConstraint.MAX;
import static dev.outwork.api.form.FormFieldConstraint.MAXLENGTH;
import static dev.outwork.api.form.FormFieldConstraint.MIN;
import static dev.outwork.api.form.FormFieldConstraint.MINLENGTH;
import static dev.outwork.api.form.FormFieldConstraint.READONLY;
import static dev.outwork.api.form.FormFieldConstraint.REQUIRED;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.form.FormFieldValidationException;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Constraint;
import java.math.BigDecimal;
import java.util.function.BooleanSupplier;

/** Checks a submitted value before its conversion. */
final class Constraints {
  private Constraints() {}

  /**
   * Throws {@link FormFieldValidationException} if the value violates a constraint.
   *
   * @param value null if the field was left empty
   * @param isThere whether there is a variable or a default value for an empty field
   */
  static void check(FormFieldInfo field, Object value, BooleanSupplier isThere) {
    for (Constraint constraint : field.constraints()) {
      if (!holds(field, constraint, value, isThere)) {
        throw new FormFieldValidationException(
            field.id(),
            "Invalid value submitted for form field '%s': validation of %s failed."
                .formatted(field.id(), constraint));
      }
    }
  }

  private static boolean holds(
      FormFieldInfo field, Constraint constraint, Object value, BooleanSupplier isThere) {
    return switch (constraint.name()) {
      case REQUIRED -> value == null ? isThere.getAsBoolean() : !"".equals(value);
      case READONLY -> value == null;
      case MIN -> value == null || isNumber(value) && compared(field, constraint, value) >= 0;
      case MAX -> value == null || isNumber(value) && compared(field, constraint, value) <= 0;
      case MINLENGTH ->
          value == null
              || value instanceof String text && text.length() >= length(field, constraint);
      case MAXLENGTH ->
          value == null
              || value instanceof String text && text.length() <= length(field, constraint);
      default -> throw new IllegalStateException("Constraint '%s'".formatted(constraint));
    };
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number;
  }

  private static int compared(FormFieldInfo field, Constraint constraint, Object value) {
    try {
      BigDecimal limit = new BigDecimal(String.valueOf(constraint.config()));
      return new BigDecimal(value.toString()).compareTo(limit);
    } catch (NumberFormatException none) {
      throw unusable(field, constraint);
    }
  }

  private static int length(FormFieldInfo field, Constraint constraint) {
    try {
      return Integer.parseInt(constraint.config());
    } catch (NumberFormatException none) {
      throw unusable(field, constraint);
    }
  }

  private static ProcessEngineException unusable(FormFieldInfo field, Constraint constraint) {
    return new ProcessEngineException(
        "Cannot check form field '%s': its constraint %s has no number"
            .formatted(field.id(), constraint));
  }
}
