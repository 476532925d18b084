package dev.outwork.engine.instance;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** An activity instance, for conditions of lists; written by {@link ActivityStore}. */
@Entity
@Table(name = "activity_instance")
public class ActivityInstanceEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "activity_id")
  private String activityId;

  @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.DETACH)
  @JoinColumn(name = "process_instance_id", insertable = false, updatable = false)
  private ProcessInstanceEntity instance;

  @Column(name = "parent_id")
  private String parentId;

  @Column(name = "activity_type")
  private String activityType;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private boolean canceled;

  @Column(name = "complete_scope")
  private boolean completeScope;

  protected ActivityInstanceEntity() {}

  public String id() {
    return id;
  }

  public String activityId() {
    return activityId;
  }

  /** The activity or process instance that it is in. */
  public String parentId() {
    return parentId == null ? processInstanceId : parentId;
  }

  public String activityType() {
    return activityType;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** Null while it is running. */
  public Instant endedAt() {
    return endedAt;
  }

  public boolean canceled() {
    return canceled;
  }

  public boolean completeScope() {
    return completeScope;
  }

  public String processInstanceId() {
    return processInstanceId;
  }
}
