package dev.outwork.api.form;

import dev.outwork.api.variable.TypedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of a form, as it is to be shown now.
 *
 * @param id the name of the variable
 * @param label null if there is none
 * @param datePattern as {@link java.text.SimpleDateFormat} has it; null if the field is no date
 * @param values what an enum can be, by id, each with its name, which may be null; empty for others
 * @param businessKey whether what is filled in is meant to be the business key: whoever shows the
 *     form sends it as such, and the engine does not check it
 * @param defaultValue null if there is none; of a date a {@code Date}
 * @param value the variable, else the default value, in the type of the field; of a date a text in
 *     its pattern. Its own value may be null
 * @param properties further words of the model for whoever shows the form
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

  /** Whether it has a constraint of this name. */
  public boolean isConstrained(String name) {
    return constraints.stream().anyMatch(constraint -> constraint.name().equals(name));
  }

  // Map.copyOf would lose the order, and takes no null.
  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
