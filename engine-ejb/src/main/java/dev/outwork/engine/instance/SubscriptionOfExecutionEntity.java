package dev.outwork.engine.instance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A subscription of an execution, for conditions of lists; written by package event. */
@Entity
@Table(name = "event_subscription")
public class SubscriptionOfExecutionEntity {
  @Id private String id;
  private String type;

  @Column(name = "event_name")
  private String eventName;

  @Column(name = "execution_id")
  private String executionId;

  protected SubscriptionOfExecutionEntity() {}
}
