package dev.outwork.engine.event;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Locale;

/** The list of event subscriptions (docs/rest-api.md, "Event subscriptions"). */
final class EventSubscriptionList
    extends Listing<EventSubscriptionEntity, EventSubscriptionFilter, EventSubscriptionSort> {
  EventSubscriptionList(
      EntityManager entityManager,
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query) {
    super(entityManager, EventSubscriptionEntity.class, query);
  }

  @Override
  protected Predicate condition(
      EventSubscriptionFilter filter, Object value, Conditions<EventSubscriptionEntity> where) {
    return switch (filter) {
      case EVENT_SUBSCRIPTION_ID -> where.is("id", value);
      case EVENT_NAME -> where.is("eventName", value);
      case EVENT_TYPE -> where.is("type", ((String) value).toUpperCase(Locale.ROOT));
      case EXECUTION_ID -> where.is("executionId", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case TENANT_ID_IN ->
          where.tenantIn(
              value, asks(EventSubscriptionFilter.INCLUDE_EVENT_SUBSCRIPTIONS_WITHOUT_TENANT_ID));
      case INCLUDE_EVENT_SUBSCRIPTIONS_WITHOUT_TENANT_ID ->
          where.build().conjunction(); // widens the condition above
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
    };
  }

  @Override
  protected Expression<?> sortedBy(
      EventSubscriptionSort key, Conditions<EventSubscriptionEntity> where) {
    return switch (key) {
      case CREATED -> where.root().get("createdAt");
      case TENANT_ID -> where.root().get("tenantId");
    };
  }
}
