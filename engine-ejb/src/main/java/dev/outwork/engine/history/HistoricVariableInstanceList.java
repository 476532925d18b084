package dev.outwork.engine.history;

import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_NAME;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_NAMES_IGNORE_CASE;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_VALUES_IGNORE_CASE;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotValidException;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The list of variables of running and ended instances (docs/rest-api.md, "Historic variable
 * instances").
 */
final class HistoricVariableInstanceList
    extends Listing<
        HistoricVariableEntity, HistoricVariableInstanceFilter, HistoricVariableInstanceSort> {
  private final EntityManager entityManager;
  private final boolean isNamed;

  HistoricVariableInstanceList(
      EntityManager entityManager,
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query) {
    super(entityManager, HistoricVariableEntity.class, query);
    this.entityManager = entityManager;
    this.isNamed = query.filters().containsKey(VARIABLE_NAME);
  }

  @Override
  protected Predicate condition(
      HistoricVariableInstanceFilter filter,
      Object value,
      Conditions<HistoricVariableEntity> where) {
    return switch (filter) {
      case VARIABLE_NAME -> where.build().equal(name(where), name(value));
      case VARIABLE_NAME_LIKE -> where.build().like(name(where), name(value));
      case VARIABLE_NAME_IN -> where.in("name", value);
      case VARIABLE_VALUE -> hasValue(value, where);
      case VARIABLE_TYPE_IN -> typeIn(value, where);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case PROCESS_INSTANCE_ID_IN -> where.in("processInstanceId", value);
      case PROCESS_DEFINITION_ID -> where.build().equal(ofInstance("definitionId", where), value);
      case PROCESS_DEFINITION_KEY -> where.build().equal(ofInstance("definitionKey", where), value);
      case EXECUTION_ID_IN -> isOfActivity(value, where);
      case ACTIVITY_INSTANCE_ID_IN -> isOfActivity(executionIds(value), where);
      case TASK_ID_IN -> isOfTask(where, value);
      case TENANT_ID_IN -> ofInstance("tenantId", where).in((Collection<?>) value);
      case WITHOUT_TENANT_ID -> where.build().isNull(ofInstance("tenantId", where));
      // These modify other filters. Removed variables are not recorded, so there is nothing to
      // include.
      case VARIABLE_NAMES_IGNORE_CASE, VARIABLE_VALUES_IGNORE_CASE, INCLUDE_DELETED ->
          where.build().conjunction();
      // There are no cases.
      case CASE_INSTANCE_ID, CASE_EXECUTION_ID_IN, CASE_ACTIVITY_ID_IN ->
          where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(
      HistoricVariableInstanceSort key, Conditions<HistoricVariableEntity> where) {
    return switch (key) {
      case INSTANCE_ID -> where.root().get("processInstanceId");
      case VARIABLE_NAME -> where.root().get("name");
      case TENANT_ID -> ofInstance("tenantId", where);
    };
  }

  private Expression<String> name(Conditions<HistoricVariableEntity> where) {
    Expression<String> name = where.root().get("name");
    return asks(VARIABLE_NAMES_IGNORE_CASE) ? where.build().lower(name) : name;
  }

  private String name(Object asked) {
    return asks(VARIABLE_NAMES_IGNORE_CASE)
        ? ((String) asked).toLowerCase(Locale.ROOT)
        : (String) asked;
  }

  private Predicate hasValue(Object value, Conditions<HistoricVariableEntity> where) {
    if (!isNamed) {
      throw new NotValidException(
          "Only a single variable value parameter specified: variable name and value are required"
              + " to be able to query after a specific variable value");
    }
    return VariableConditions.hasValue(
        new VariableCondition("", Operator.EQUALS, value, false, asks(VARIABLE_VALUES_IGNORE_CASE)),
        where);
  }

  // In Camunda 7 the names of these types are in lower case.
  private static Predicate typeIn(Object types, Conditions<HistoricVariableEntity> where) {
    List<String> names =
        ((List<?>) types).stream().map(type -> ((String) type).toLowerCase(Locale.ROOT)).toList();
    Predicate named = where.build().lower(where.root().get("type")).in(names);
    return names.contains("object") ? where.build().or(named, isStructure(where)) : named;
  }

  // The type depends on the reader, so it matches both.
  private static Predicate isStructure(Conditions<HistoricVariableEntity> where) {
    return where
        .build()
        .and(where.is("type", ValueType.JSON.typeName()), where.isNotNull("valueInfo"));
  }

  private static Path<Object> ofInstance(
      String attribute, Conditions<HistoricVariableEntity> where) {
    return where.root().get("instance").get(attribute);
  }

  // The tasks are read first: H2 uses no index for scopes from two sources.
  private Predicate isOfActivity(Object executionIds, Conditions<HistoricVariableEntity> where) {
    List<Object> scopes = new ArrayList<>((Collection<?>) executionIds);
    scopes.addAll(
        entityManager
            .createQuery(
                "select t.id from TaskOfActivityEntity t where t.activityInstanceId in :ids",
                String.class)
            .setParameter("ids", executionIds)
            .getResultList());
    return where.in("scopeId", scopes);
  }

  private static Predicate isOfTask(Conditions<HistoricVariableEntity> where, Object taskIds) {
    return where.inThoseOf(
        "scopeId", TaskOfActivityEntity.class, "id", task -> task.in("id", taskIds));
  }

  private static List<String> executionIds(Object activityInstanceIds) {
    return ((List<?>) activityInstanceIds)
        .stream().map(String.class::cast).map(HistoricActivityInstanceList::executionId).toList();
  }
}
