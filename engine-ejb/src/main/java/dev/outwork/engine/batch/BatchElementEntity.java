package dev.outwork.engine.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An unfinished element of a batch, for lists; written by {@link ElementStore}. */
@Entity
@Table(name = "batch_element")
public class BatchElementEntity {
  @Id private String id;

  @Column(name = "batch_id")
  private String batchId;

  @Enumerated(EnumType.STRING)
  private BatchElementState state;

  protected BatchElementEntity() {}
}
