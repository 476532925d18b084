package dev.outwork.api.form;

import dev.outwork.api.variable.TypedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of a form, with its current value.
 *
 * @param id the name of the variable
 * @param label null if there is none
 * @param datePattern a pattern of {@link java.text.SimpleDateFormat}; null if the field is no date
 * @param values the values of an enum by id, each with its name, which may be null; empty for other
 *     types
 * @param businessKey whether the input is meant as the business key: the client that renders the
 *     form submits it as such, and the engine does not check it
 * @param defaultValue null if there is none; a {@code Date} for a date field
 * @param value the variable, otherwise the default value, in the type of the field; a text in the
 *     date pattern for a date field. Its own value may be null
 * @param properties further properties of the model for the client that renders the form
 */
public record FormField(
    String id,
    String label,
    FormFieldType type,
    String datePattern,
    Map<String, String> values,
    boolean businessKey,
    TypedValue defaultValue,
    TypedValue value,
    Map<String, String> properties,
    List<FormFieldConstraint> constraints) {
  public FormField {
    values = ordered(values);
    properties = ordered(properties);
    constraints = List.copyOf(constraints);
  }

  /** Whether the field has a constraint of this name. */
  public boolean isConstrained(String name) {
    return constraints.stream().anyMatch(constraint -> constraint.name().equals(name));
  }

  // Map.copyOf would lose the order and rejects null.
  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
