package dev.outwork.api.variable;

import java.time.Instant;

/**
 * A condition on one variable of an instance.
 *
 * @param name of the variable
 * @param operator the comparison
 * @param value the value to compare with: null, a String, Boolean, Number, {@link Instant} or
 *     {@link TextOrDate}
 * @param ignoreNameCase whether the case of the name is ignored
 * @param ignoreValueCase whether the case of a String value is ignored
 */
public record VariableCondition(
    String name, Operator operator, Object value, boolean ignoreNameCase, boolean ignoreValueCase) {

  /** A text that is also a valid date: compared as text with texts, and as date with dates. */
  public record TextOrDate(String text, Instant date) {}

  /** The comparison operators, with their names in the REST API (docs/rest-api.md, "Lists"). */
  public enum Operator {
    EQUALS("eq"),
    NOT_EQUALS("neq"),
    GREATER("gt"),
    GREATER_OR_EQUALS("gteq"),
    LESS("lt"),
    LESS_OR_EQUALS("lteq"),
    LIKE("like"),
    NOT_LIKE("notLike");

    private final String parameter;

    Operator(String parameter) {
      this.parameter = parameter;
    }

    public String parameter() {
      return parameter;
    }
  }
}
