package dev.outwork.engine.variable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A variable, for conditions on variables; written by {@link VariableStore}. */
@Entity
@Table(name = "variable")
public class VariableEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

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

  @Column(name = "bytes_value")
  private byte[] bytesValue;

  protected VariableEntity() {}
}
