package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.text.SimpleDateFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of a form, {@code camunda:formField}.
 *
 * @param id the name of the variable
 * @param label null if there is none
 * @param defaultValue null if there is none
 * @param properties further properties for the client that renders the form
 */
public record FormFieldInfo(
    String id,
    Expression label,
    OfType ofType,
    Expression defaultValue,
    Map<String, String> properties,
    List<Constraint> constraints,
    boolean businessKey) {
  /** The types of fields; the names are those of the model. */
  public enum Type {
    STRING,
    LONG,
    BOOLEAN,
    DATE,
    ENUM
  }

  /**
   * The type, and what belongs to it.
   *
   * @param datePattern a pattern of {@link SimpleDateFormat}; null if the field is no date
   * @param values the names of the values of an enum by their ids; names may be null
   */
  public record OfType(Type type, String datePattern, Map<String, String> values) {
    public OfType {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * A constraint on the submitted value.
   *
   * @param config the limit; null if there is none
   */
  public record Constraint(String name, String config) {
    @Override
    public String toString() {
      return config == null ? name : "%s(%s)".formatted(name, config);
    }
  }

  public FormFieldInfo {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    constraints = List.copyOf(constraints);
  }

  public Type type() {
    return ofType.type;
  }

  /** A pattern of {@link SimpleDateFormat}; null if the field is no date. */
  public String datePattern() {
    return ofType.datePattern;
  }

  /** The names of the values of an enum by their ids; names may be null. */
  public Map<String, String> values() {
    return ofType.values;
  }

  /** The format for dates of this field, in the time zone of the server; not to be shared. */
  public SimpleDateFormat dateFormat() {
    return new SimpleDateFormat(ofType.datePattern);
  }
}
