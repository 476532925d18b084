package dev.outwork.rest.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.api.variable.VariableCondition.TextOrDate;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestDate;
import dev.outwork.rest.variable.VariableReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads variable conditions: {@code name_operator_value}, or objects with these three properties.
 */
final class VariableConditionReader {
  private static final TypeReference<List<ConditionDto>> CONDITIONS = new TypeReference<>() {};

  record ConditionDto(String name, String operator, Object value) {}

  private VariableConditionReader() {}

  static List<VariableCondition> read(String text, Case ignored) {
    List<VariableCondition> conditions = new ArrayList<>();
    for (String condition : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      conditions.add(condition(split(condition), ignored));
    }
    return conditions;
  }

  static List<VariableCondition> read(JsonNode sent, Case ignored) throws JsonProcessingException {
    List<VariableCondition> conditions = new ArrayList<>();
    for (ConditionDto condition : Json.MAPPER.treeToValue(sent, CONDITIONS)) {
      if (condition == null || condition.name() == null || condition.operator() == null) {
        throw new Unreadable("a condition must have a 'name' and an 'operator'");
      }
      conditions.add(condition(condition, ignored));
    }
    return conditions;
  }

  // Names and values may contain the separator as long as only one part is an operator.
  private static ConditionDto split(String condition) {
    List<String> parts = Arrays.asList(condition.split("_", -1));
    List<Integer> operators = new ArrayList<>();
    for (int i = 1; i < parts.size() - 1; i++) {
      if (operator(parts.get(i)).isPresent() || parts.size() == 3) {
        operators.add(i);
      }
    }
    if (operators.size() != 1) {
      throw new Unreadable("variable query parameter has to have format KEY_OPERATOR_VALUE.");
    }
    int at = operators.get(0);
    return new ConditionDto(
        String.join("_", parts.subList(0, at)),
        parts.get(at),
        String.join("_", parts.subList(at + 1, parts.size())));
  }

  private static VariableCondition condition(ConditionDto sent, Case ignored) {
    Operator operator =
        operator(sent.operator())
            .orElseThrow(
                () ->
                    new Unreadable(
                        "Invalid variable comparator specified: %s".formatted(sent.operator())));
    return new VariableCondition(
        sent.name(),
        operator,
        value(sent.value()),
        ignored.isIgnoredInNames(),
        ignored.isIgnoredInValues());
  }

  /** The value to compare with; a text that is a valid date is a date. */
  static Object value(Object sent) {
    Object value = VariableReader.comparable(sent).value();
    return value instanceof String text
        ? RestDate.parse(text).<Object>map(date -> new TextOrDate(text, date)).orElse(text)
        : value;
  }

  private static Optional<Operator> operator(String name) {
    return Arrays.stream(Operator.values())
        .filter(operator -> operator.parameter().equals(name))
        .findFirst();
  }
}
