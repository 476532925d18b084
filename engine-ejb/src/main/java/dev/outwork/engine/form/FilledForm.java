package dev.outwork.engine.form;

import dev.outwork.api.form.FormFieldValidationException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormInfo;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.instance.Filling;
import dev.outwork.engine.variable.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submitted form: property by property and field by field, so that a default value can read those
 * before it; then all other entries, unchanged.
 */
record FilledForm(FormInfo form, Map<String, TypedValue> values) implements Filling {
  @Override
  public void fill(Variables variables, List<String> seen, List<String> target, Names names) {
    Map<String, TypedValue> others = new LinkedHashMap<>(values);
    FilledProperties.fill(form.properties(), others, variables, target, names);
    for (FormFieldInfo field : form.fields()) {
      // The client submits the business key by itself, not through the form.
      if (!field.businessKey()) {
        Optional<TypedValue> filledIn = Optional.ofNullable(others.remove(field.id()));
        check(field, filledIn, variables.get(seen, field.id()), names);
        filledIn
            .map(value -> converted(field, value))
            .or(() -> Defaults.of(field, names))
            .ifPresent(value -> variables.set(target, field.id(), value));
      }
    }
    variables.setAll(target, others);
  }

  private static void check(
      FormFieldInfo field,
      Optional<TypedValue> filledIn,
      Optional<TypedValue> variable,
      Names names) {
    Constraints.check(
        field,
        filledIn.map(TypedValue::value).orElse(null),
        () -> variable.or(() -> Defaults.of(field, names)).map(TypedValue::value).isPresent());
  }

  private static TypedValue converted(FormFieldInfo field, TypedValue value) {
    try {
      return FieldValues.toVariable(field, value);
    } catch (UnfitValueException unfit) {
      throw new FormFieldValidationException(
          field.id(),
          "Invalid value submitted for form field '%s': %s"
              .formatted(field.id(), unfit.getMessage()));
    }
  }
}
