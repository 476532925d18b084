package dev.outwork.engine.variable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The scope of a user task, for its variables. */
@Entity
@Table(name = "user_task")
public class TaskOfExecutionEntity {
  @Id private String id;

  @Column(name = "activity_instance_id")
  private String activityInstanceId;

  protected TaskOfExecutionEntity() {}
}
