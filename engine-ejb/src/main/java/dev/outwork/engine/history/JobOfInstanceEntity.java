package dev.outwork.engine.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The part of a job that lists of instances need. */
@Entity
@Table(name = "job")
public class JobOfInstanceEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  private int retries;

  @Column(name = "exception_message")
  private String exceptionMessage;

  protected JobOfInstanceEntity() {}
}
