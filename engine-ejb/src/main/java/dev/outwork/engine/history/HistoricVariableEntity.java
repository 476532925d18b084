package dev.outwork.engine.history;

import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.variable.Columns;
import dev.outwork.engine.variable.VariableRow;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A variable, for history, without the bytes of a file or a binary value. */
@Entity
@Table(name = "variable")
public class HistoricVariableEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.DETACH)
  @JoinColumn(name = "process_instance_id", insertable = false, updatable = false)
  private ProcessInstanceEntity instance;

  @Column(name = "scope_id")
  private String scopeId;

  private String name;
  private String type;

  @Column(name = "text_value")
  private String textValue;

  @Column(name = "long_value")
  private Long longValue;

  @Column(name = "double_value")
  private Double doubleValue;

  @Column(name = "value_info")
  private String valueInfo;

  @Column(name = "created_at")
  private Instant createdAt;

  protected HistoricVariableEntity() {}

  String processInstanceId() {
    return processInstanceId;
  }

  String scopeId() {
    return scopeId;
  }

  VariableRow row() {
    return new VariableRow(
        id,
        processInstanceId,
        scopeId,
        name,
        type,
        new Columns(textValue, longValue, doubleValue, null),
        valueInfo,
        createdAt);
  }
}
