package dev.outwork.engine.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The part of a user task that the history of activities needs. */
@Entity
@Table(name = "user_task")
public class TaskOfActivityEntity {
  @Id private String id;

  @Column(name = "activity_instance_id")
  private String activityInstanceId;

  private String assignee;

  protected TaskOfActivityEntity() {}

  String id() {
    return id;
  }

  String activityInstanceId() {
    return activityInstanceId;
  }

  /** Null if it has none. */
  String assignee() {
    return assignee;
  }
}
