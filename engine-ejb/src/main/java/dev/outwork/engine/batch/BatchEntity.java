package dev.outwork.engine.batch;

import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.HistoricBatch;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A batch, for lists; written by {@link BatchStore} and {@link BatchLeaseStore}. */
@Entity
@Table(name = "batch")
public class BatchEntity {
  @Id private String id;
  private String type;
  private int total;
  private boolean suspended;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "execution_started_at")
  private Instant executionStartedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected BatchEntity() {}

  String id() {
    return id;
  }

  /** Empty if the engine has created it by itself, or nobody had to log in then. */
  Optional<String> createdBy() {
    return Optional.ofNullable(createdBy);
  }

  boolean isRunning() {
    return endedAt == null;
  }

  Batch toBatch() {
    return new Batch(id, type, total, suspended, createdBy, createdAt, executionStartedAt);
  }

  HistoricBatch toHistoricBatch() {
    return new HistoricBatch(id, type, total, createdBy, createdAt, executionStartedAt, endedAt);
  }
}
