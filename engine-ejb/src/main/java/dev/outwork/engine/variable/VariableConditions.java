package dev.outwork.engine.variable;

import dev.outwork.api.variable.VariableCondition;
import dev.outwork.engine.database.Conditions;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Conditions on variables within a list (docs/rest-api.md, "Lists"): a variable of that name must
 * exist and match.
 */
public final class VariableConditions {
  private VariableConditions() {}

  /**
   * All conditions, each on any variable.
   *
   * @param instanceId attribute of the listed entity that holds the id of the process instance
   * @param onlyOfInstance whether variables of inner scopes are left out
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
   * All conditions, each on the listed variable itself.
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
    return variable.build().and(isNamed(condition, variable), hasValue(condition, variable));
  }

  /**
   * The condition on the value, without the name.
   *
   * @param variable an entity with the attributes of a variable
   */
  public static <E> Predicate hasValue(VariableCondition condition, Conditions<E> variable) {
    return new VariableComparison<>(condition, variable).holds();
  }

  private static <E> Predicate isNamed(VariableCondition condition, Conditions<E> variable) {
    if (!condition.ignoreNameCase()) {
      return variable.is("name", condition.name());
    }
    CriteriaBuilder build = variable.build();
    return build.equal(
        build.lower(variable.root().get("name")), condition.name().toLowerCase(Locale.ROOT));
  }
}
