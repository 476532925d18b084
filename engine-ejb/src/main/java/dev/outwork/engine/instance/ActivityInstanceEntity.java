package dev.outwork.engine.instance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An activity instance as conditions of lists see it; written by {@link ActivityStore}. */
@Entity
@Table(name = "activity_instance")
public class ActivityInstanceEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected ActivityInstanceEntity() {}
}
