package dev.outwork.engine.event;

import dev.outwork.api.event.EventSubscription;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A subscription, for lists; written by {@link SubscriptionStore}. */
@Entity
@Table(name = "event_subscription")
public class EventSubscriptionEntity {
  @Id private String id;
  private String type;

  @Column(name = "event_name")
  private String eventName;

  @Column(name = "execution_id")
  private String executionId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected EventSubscriptionEntity() {}

  EventSubscription toEventSubscription() {
    return new EventSubscription(
        id,
        type.toLowerCase(Locale.ROOT),
        eventName,
        executionId,
        processInstanceId,
        activityId,
        createdAt,
        tenantId);
  }
}
