package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
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

/**
 * Compares the value of a variable with another. Null of any type equals null. A negated operator
 * matches everything that the positive one does not, whatever its type.
 *
 * @param <E> an entity with the attributes of a variable
 */
final class VariableComparison<E> {
  private static final List<String> WHOLE_NUMBERS =
      List.of(ValueType.SHORT.typeName(), ValueType.INTEGER.typeName(), ValueType.LONG.typeName());

  private final VariableCondition condition;
  private final Operator operator;
  private final Conditions<E> variable;
  private final CriteriaBuilder build;

  VariableComparison(VariableCondition condition, Conditions<E> variable) {
    this.condition = condition;
    this.operator = condition.operator();
    this.variable = variable;
    this.build = variable.build();
  }

  Predicate holds() {
    Object value = condition.value();
    if (value instanceof TextOrDate either) {
      return isPattern() ? text(either.text()) : each(text(either.text()), date(either.date()));
    }
    if (isPattern()) {
      return text(String.valueOf(value));
    }
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Number number) {
      return each(whole(number), fraction(number));
    }
    if (value instanceof Instant instant) {
      return date(instant);
    }
    if (value == null) {
      refuseOrder();
      return operator == Operator.EQUALS ? isNothing() : isSomething();
    }
    if (value instanceof Boolean truth) {
      refuseOrder();
      return ofType(ValueType.BOOLEAN, longValue(), truth ? 1L : 0L);
    }
    throw new ProcessEngineException("Object values cannot be used to query");
  }

  private boolean isPattern() {
    return operator == Operator.LIKE || operator == Operator.NOT_LIKE;
  }

  private boolean isNegative() {
    return operator == Operator.NOT_EQUALS || operator == Operator.NOT_LIKE;
  }

  private void refuseOrder() {
    if (operator != Operator.EQUALS && operator != Operator.NOT_EQUALS) {
      throw new ProcessEngineException(
          "Booleans and null cannot be used in '%s' condition: variable '%s'"
              .formatted(words(operator), condition.name()));
    }
  }

  private static String words(Operator operator) {
    return switch (operator) {
      case GREATER -> "greater than";
      case GREATER_OR_EQUALS -> "greater than or equal";
      case LESS -> "less than";
      case LESS_OR_EQUALS -> "less than or equal";
      default -> operator.parameter();
    };
  }

  /** For values of two kinds one comparison must match; for a negation both. */
  private Predicate each(Predicate one, Predicate other) {
    return isNegative() ? build.and(one, other) : build.or(one, other);
  }

  private Predicate isNothing() {
    return build.and(
        variable.isNull("textValue"),
        variable.isNull("longValue"),
        variable.isNull("doubleValue"),
        hasBytes(false));
  }

  private Predicate isSomething() {
    return build.or(
        variable.isNotNull("textValue"),
        variable.isNotNull("longValue"),
        variable.isNotNull("doubleValue"),
        hasBytes(true));
  }

  // Entities of lists have no attribute for bytes, because lists do not read them.
  private Predicate hasBytes(boolean any) {
    return variable.exists(
        VariableEntity.class,
        "id",
        (stored, id) ->
            List.of(
                build.equal(stored.root().get("id"), id),
                any ? stored.isNotNull("bytesValue") : stored.isNull("bytesValue")));
  }

  private Predicate date(Instant instant) {
    return ofType(ValueType.DATE, longValue(), instant.toEpochMilli());
  }

  private Predicate fraction(Number number) {
    return ofType(
        ValueType.DOUBLE, variable.root().<Double>get("doubleValue"), number.doubleValue());
  }

  // An integer is above a fraction if it is above its integral part. Not every provider casts in
  // toDouble.
  private Predicate whole(Number number) {
    double fraction = number.doubleValue();
    if (fraction == Math.rint(fraction)) {
      return among(WHOLE_NUMBERS, longValue(), compare(longValue(), number.longValue()));
    }
    long below = (long) Math.floor(fraction);
    return switch (operator) {
      case EQUALS -> build.disjunction();
      case NOT_EQUALS -> build.conjunction();
      case GREATER, GREATER_OR_EQUALS ->
          among(WHOLE_NUMBERS, longValue(), build.greaterThan(longValue(), below));
      default -> among(WHOLE_NUMBERS, longValue(), build.lessThanOrEqualTo(longValue(), below));
    };
  }

  private Predicate text(String value) {
    Expression<String> stored = variable.root().get("textValue");
    if (condition.ignoreValueCase()) {
      return ofType(ValueType.STRING, build.lower(stored), value.toLowerCase(Locale.ROOT));
    }
    return ofType(ValueType.STRING, stored, value);
  }

  private <T extends Comparable<T>> Predicate ofType(
      ValueType type, Expression<T> stored, T value) {
    return among(List.of(type.typeName()), stored, compare(stored, value));
  }

  /** Null and values of other types differ from every value of these types. */
  private Predicate among(List<String> types, Expression<?> stored, Predicate compared) {
    return isNegative()
        ? build.or(variable.notIn("type", types), build.isNull(stored), compared)
        : build.and(variable.in("type", types), compared);
  }

  @SuppressWarnings("unchecked")
  private <T extends Comparable<T>> Predicate compare(Expression<T> stored, T value) {
    return switch (operator) {
      case EQUALS -> build.equal(stored, value);
      case NOT_EQUALS -> build.notEqual(stored, value);
      case GREATER -> build.greaterThan(stored, value);
      case GREATER_OR_EQUALS -> build.greaterThanOrEqualTo(stored, value);
      case LESS -> build.lessThan(stored, value);
      case LESS_OR_EQUALS -> build.lessThanOrEqualTo(stored, value);
      case LIKE -> build.like((Expression<String>) stored, (String) value);
      case NOT_LIKE -> build.notLike((Expression<String>) stored, (String) value);
    };
  }

  private Expression<Long> longValue() {
    return variable.root().get("longValue");
  }
}
