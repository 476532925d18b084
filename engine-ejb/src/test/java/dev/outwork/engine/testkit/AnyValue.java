package dev.outwork.engine.testkit;

import dev.outwork.api.Filter;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Values of the kind that a filter takes, for tests that go through all filters. */
public final class AnyValue {
  private AnyValue() {}

  public static Object of(Filter filter) {
    return switch (filter.kind()) {
      case STRING -> "any";
      case STRINGS -> List.of("any", "other");
      case FLAG -> true;
      case INTEGER -> 1;
      case LONG -> 1L;
      case DATE -> Instant.parse("2026-03-01T09:00:00.000Z");
      case VARIABLE_CONDITIONS -> conditions();
      case VALUE -> "any";
    };
  }

  /** Every operator with every type of value that it compares. */
  private static List<VariableCondition> conditions() {
    List<VariableCondition> conditions = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      conditions.add(new VariableCondition("any", operator, "text", false, false));
      conditions.add(new VariableCondition("any", operator, "text", true, true));
    }
    for (Operator operator : List.of(Operator.EQUALS, Operator.NOT_EQUALS)) {
      conditions.add(new VariableCondition("any", operator, null, false, false));
      conditions.add(new VariableCondition("any", operator, true, false, false));
    }
    for (Operator operator : List.of(Operator.EQUALS, Operator.GREATER, Operator.LESS_OR_EQUALS)) {
      conditions.add(new VariableCondition("any", operator, 1, false, false));
      conditions.add(new VariableCondition("any", operator, 1L, false, false));
      conditions.add(new VariableCondition("any", operator, 1.5, false, false));
      conditions.add(new VariableCondition("any", operator, Instant.EPOCH, false, false));
    }
    return conditions;
  }
}
