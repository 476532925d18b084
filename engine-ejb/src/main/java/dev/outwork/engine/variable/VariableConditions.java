package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.api.variable.VariableCondition.TextOrDate;
import dev.outwork.engine.database.Conditions;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Conditions on variables within a list (wire section 1.7): a variable of that name must exist and
 * compare so.
 */
public final class VariableConditions {
  private static final List<String> WHOLE_NUMBERS =
      List.of(ValueType.SHORT.typeName(), ValueType.INTEGER.typeName(), ValueType.LONG.typeName());

  private VariableConditions() {}

  /**
   * Every condition, each of some variable.
   *
   * @param instanceId attribute of the listed entity that holds the id of the process instance
   * @param onlyOfInstance whether only variables of the instance itself count, and not those of
   *     inner scopes
   */
  public static <E> Predicate allHold(
      Object conditions, String instanceId, boolean onlyOfInstance, Conditions<E> where) {
    String scope = onlyOfInstance ? "scopeId" : "processInstanceId";
    return where.all(
        each(conditions)
            .map(
                condition ->
                    where.exists(
                        VariableEntity.class,
                        instanceId,
                        (variable, id) ->
                            List.of(
                                variable.build().equal(variable.root().get(scope), id),
                                holds(condition, variable))))
            .toList());
  }

  /**
   * Every condition, all of the listed variable itself.
   *
   * @param variable an entity with the attributes of a variable
   */
  public static <E> Predicate allHoldOf(Object conditions, Conditions<E> variable) {
    return variable.all(each(conditions).map(condition -> holds(condition, variable)).toList());
  }

  private static Stream<VariableCondition> each(Object conditions) {
    return ((List<?>) conditions).stream().map(VariableCondition.class::cast);
  }

  private static <E> Predicate holds(VariableCondition condition, Conditions<E> variable) {
    return both(variable, isNamed(condition, variable), compares(condition, variable));
  }

  private static <E> Predicate isNamed(VariableCondition condition, Conditions<E> variable) {
    if (!condition.ignoreNameCase()) {
      return variable.is("name", condition.name());
    }
    CriteriaBuilder build = variable.build();
    return build.equal(
        build.lower(variable.root().get("name")), condition.name().toLowerCase(Locale.ROOT));
  }

  private static <E> Predicate compares(VariableCondition condition, Conditions<E> variable) {
    Object value = condition.value();
    Operator operator = condition.operator();
    if (value instanceof TextOrDate either) {
      return textOrDate(condition, either, variable);
    }
    if (operator == Operator.LIKE || operator == Operator.NOT_LIKE) {
      return text(condition, String.valueOf(value), variable);
    }
    if (value instanceof String text) {
      return text(condition, text, variable);
    }
    if (value instanceof Number number) {
      return number(operator, number, variable);
    }
    if (value instanceof Instant instant) {
      return date(operator, instant, variable);
    }
    if (value == null || value instanceof Boolean) {
      return nullOrBoolean(condition, variable);
    }
    throw new ProcessEngineException("Object values cannot be used to query");
  }

  private static <E> Predicate textOrDate(
      VariableCondition condition, TextOrDate value, Conditions<E> variable) {
    Operator operator = condition.operator();
    Predicate asText = text(condition, value.text(), variable);
    return operator == Operator.LIKE || operator == Operator.NOT_LIKE
        ? asText
        : variable.build().or(asText, date(operator, value.date(), variable));
  }

  private static <E> Predicate date(Operator operator, Instant instant, Conditions<E> variable) {
    return both(
        variable,
        variable.is("type", ValueType.DATE.typeName()),
        compare(operator, longValue(variable), instant.toEpochMilli(), variable.build()));
  }

  private static <E> Predicate nullOrBoolean(VariableCondition condition, Conditions<E> variable) {
    Operator operator = condition.operator();
    if (operator != Operator.EQUALS && operator != Operator.NOT_EQUALS) {
      throw new ProcessEngineException(
          "Cannot compare variable '%s' with a boolean or null by '%s': they have no order"
              .formatted(condition.name(), operator.parameter()));
    }
    if (condition.value() == null) {
      String nothing = TypedValue.NULL.type().typeName();
      return operator == Operator.EQUALS
          ? variable.is("type", nothing)
          : variable.isNot("type", nothing);
    }
    long asNumber = Boolean.TRUE.equals(condition.value()) ? 1 : 0;
    return both(
        variable,
        variable.is("type", ValueType.BOOLEAN.typeName()),
        compare(operator, longValue(variable), asNumber, variable.build()));
  }

  private static <E> Predicate number(Operator operator, Number number, Conditions<E> variable) {
    return variable
        .build()
        .or(
            both(variable, variable.in("type", WHOLE_NUMBERS), whole(operator, number, variable)),
            both(
                variable,
                variable.is("type", ValueType.DOUBLE.typeName()),
                compare(
                    operator,
                    variable.root().<Double>get("doubleValue"),
                    number.doubleValue(),
                    variable.build())));
  }

  // A whole number is above a fraction if it is above what is left of it without its decimals. Not
  // every provider casts in toDouble.
  private static <E> Predicate whole(Operator operator, Number number, Conditions<E> variable) {
    CriteriaBuilder build = variable.build();
    double fraction = number.doubleValue();
    if (fraction == Math.rint(fraction)) {
      return compare(operator, longValue(variable), number.longValue(), build);
    }
    long below = (long) Math.floor(fraction);
    return switch (operator) {
      case EQUALS -> build.disjunction();
      case NOT_EQUALS -> build.isNotNull(longValue(variable));
      case GREATER, GREATER_OR_EQUALS -> build.greaterThan(longValue(variable), below);
      default -> build.lessThanOrEqualTo(longValue(variable), below);
    };
  }

  private static <E> Predicate text(
      VariableCondition condition, String value, Conditions<E> variable) {
    CriteriaBuilder build = variable.build();
    Expression<String> stored = variable.root().get("textValue");
    String wanted = value;
    if (condition.ignoreValueCase()) {
      stored = build.lower(stored);
      wanted = value.toLowerCase(Locale.ROOT);
    }
    Predicate compared =
        switch (condition.operator()) {
          case LIKE -> build.like(stored, wanted);
          case NOT_LIKE -> build.notLike(stored, wanted);
          default -> compare(condition.operator(), stored, wanted, build);
        };
    return both(variable, variable.is("type", ValueType.STRING.typeName()), compared);
  }

  private static <T extends Comparable<T>> Predicate compare(
      Operator operator, Expression<T> stored, T value, CriteriaBuilder build) {
    return switch (operator) {
      case EQUALS -> build.equal(stored, value);
      case NOT_EQUALS -> build.notEqual(stored, value);
      case GREATER -> build.greaterThan(stored, value);
      case GREATER_OR_EQUALS -> build.greaterThanOrEqualTo(stored, value);
      case LESS -> build.lessThan(stored, value);
      case LESS_OR_EQUALS -> build.lessThanOrEqualTo(stored, value);
      case LIKE, NOT_LIKE ->
          throw new IllegalArgumentException("Only texts are compared by " + operator);
    };
  }

  private static <E> Expression<Long> longValue(Conditions<E> variable) {
    return variable.root().get("longValue");
  }

  private static <E> Predicate both(Conditions<E> variable, Predicate one, Predicate other) {
    return variable.build().and(one, other);
  }
}
