package dev.outwork.engine.event;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The executions that wait for a message, match its conditions, and that its sender may reach. */
final class MessageReceivers {
  private static final Set<ValueType> COMPARABLE =
      EnumSet.of(
          ValueType.BOOLEAN,
          ValueType.SHORT,
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE,
          ValueType.STRING,
          ValueType.DATE);

  private final EntityManager entityManager;
  private final String messageName;
  private final MessageMatch match;
  private final ProcessRights rights;

  MessageReceivers(EntityManager entityManager, MessageCorrelation message, ProcessRights rights) {
    this.entityManager = entityManager;
    this.messageName = message.messageName();
    this.match = message.match();
    this.rights = rights;
  }

  /** Ids of all of their subscriptions. */
  List<String> all() {
    return query(List.of()).getResultList();
  }

  /** The id of one of their subscriptions, or of two if there are more; none of {@code others}. */
  List<String> oneOrTwo(List<String> others) {
    return query(others).setMaxResults(2).getResultList();
  }

  /** Whether a subscription, whose instance is locked, is among them. */
  boolean include(String id) {
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = build.createQuery(Long.class);
    Root<EventSubscriptionEntity> root = criteria.from(EventSubscriptionEntity.class);
    Conditions<EventSubscriptionEntity> where = new Conditions<>(build, criteria, root);
    List<Predicate> predicates = predicates(where);
    predicates.add(where.is("id", id));
    criteria.select(build.count(root)).where(predicates.toArray(Predicate[]::new));
    return entityManager.createQuery(criteria).getSingleResult() > 0;
  }

  private TypedQuery<String> query(List<String> others) {
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<String> criteria = build.createQuery(String.class);
    Root<EventSubscriptionEntity> root = criteria.from(EventSubscriptionEntity.class);
    Conditions<EventSubscriptionEntity> where = new Conditions<>(build, criteria, root);
    List<Predicate> predicates = predicates(where);
    if (!others.isEmpty()) {
      predicates.add(where.notIn("id", others));
    }
    criteria
        .select(root.get("id"))
        .where(predicates.toArray(Predicate[]::new))
        .orderBy(build.asc(root.get("id")));
    return entityManager.createQuery(criteria);
  }

  private List<Predicate> predicates(Conditions<EventSubscriptionEntity> where) {
    List<Predicate> all = new ArrayList<>();
    all.add(where.is("type", Type.MESSAGE.name()));
    all.add(where.is("eventName", messageName));
    all.addAll(rights.among(Verb.OPERATE, where, "definitionKey"));
    all.add(where.exists(ProcessInstanceEntity.class, "processInstanceId", this::ofInstance));
    if (match.processInstanceId() != null) {
      all.add(where.is("processInstanceId", match.processInstanceId()));
    }
    if (match.tenant().matters()) {
      String tenantId = match.tenant().tenantId();
      all.add(tenantId == null ? where.isNull("tenantId") : where.is("tenantId", tenantId));
    }
    addKeys(match.correlationKeys(), "processInstanceId", where, all);
    addKeys(match.localCorrelationKeys(), "executionId", where, all);
    return all;
  }

  private List<Predicate> ofInstance(Conditions<ProcessInstanceEntity> instance, Path<?> id) {
    List<Predicate> all = new ArrayList<>();
    all.add(instance.build().equal(instance.root().get("id"), id));
    all.add(instance.is("state", "ACTIVE"));
    if (match.businessKey() != null) {
      all.add(instance.is("businessKey", match.businessKey()));
    }
    return all;
  }

  private static void addKeys(
      Map<String, TypedValue> keys,
      String scope,
      Conditions<EventSubscriptionEntity> where,
      List<Predicate> all) {
    if (keys.isEmpty()) {
      return;
    }
    List<VariableCondition> conditions =
        keys.entrySet().stream().map(key -> equal(key.getKey(), key.getValue())).toList();
    all.add(VariableConditions.allHold(conditions, scope, true, where));
  }

  private static VariableCondition equal(String name, TypedValue value) {
    if (value.value() != null && !COMPARABLE.contains(value.type())) {
      throw new ProcessEngineException("Object values cannot be used to query");
    }
    return new VariableCondition(name, Operator.EQUALS, value.value(), false, false);
  }
}
