package dev.outwork.engine.instance;

import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.List;

/** A process instance as lists see it; written by {@link InstanceStore}. */
@Entity
@Table(name = "process_instance")
public class ProcessInstanceEntity {
  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.DETACH)
  @JoinColumn(name = "process_definition_id")
  private ProcessDefinitionEntity definition;

  @Column(name = "process_definition_id", insertable = false, updatable = false)
  private String definitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "business_key")
  private String businessKey;

  @Column(name = "tenant_id")
  private String tenantId;

  private String state;

  @Column(name = "start_activity_id")
  private String startActivityId;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** Milliseconds, computed by the database. */
  @Column(insertable = false, updatable = false)
  private Long duration;

  @Column(name = "root_id")
  private String rootId;

  @Column(name = "super_id")
  private String superId;

  @Column(name = "super_activity_id")
  private String superActivityId;

  @Column(name = "delete_reason")
  private String deleteReason;

  protected ProcessInstanceEntity() {}

  /** That the instance is the one that has called another one. */
  public static Predicate hasCalled(Object calledId, Conditions<ProcessInstanceEntity> where) {
    return where.exists(
        ProcessInstanceEntity.class,
        "id",
        (called, id) ->
            List.of(
                called.build().equal(called.root().get("superId"), id), called.is("id", calledId)));
  }

  /** That the instance was called by another one, found by the call activities of that one. */
  public static Predicate isCalledBy(Object superId, Conditions<ProcessInstanceEntity> where) {
    return where
        .build()
        .and(
            where.is("superId", superId),
            where.inThoseOf(
                "superActivityId",
                ActivityInstanceEntity.class,
                "id",
                call -> call.is("processInstanceId", superId)));
  }

  /** That the instance is a root, or was called by it or by what it has called. */
  public static Predicate isInTreeOf(Object rootId, Conditions<ProcessInstanceEntity> where) {
    // PostgreSQL has an index of roots for what was called only, H2 for all.
    return where
        .build()
        .and(
            where.is("rootId", rootId),
            where
                .build()
                .or(
                    where.is("id", rootId),
                    where.build().and(where.isNotNull("superId"), where.is("rootId", rootId))));
  }

  boolean isRunning() {
    return endedAt == null;
  }

  ProcessInstance toProcessInstance() {
    return new ProcessInstance(
        id,
        definitionId,
        definitionKey,
        businessKey,
        tenantId,
        endedAt != null,
        state.equals("SUSPENDED"));
  }

  public String id() {
    return id;
  }

  /**
   * @param removalTime when it may be forgotten, or null
   */
  public HistoricProcessInstance toHistoricProcessInstance(Instant removalTime) {
    return new HistoricProcessInstance(
        id,
        businessKey,
        definitionId,
        definitionKey,
        definition.name(),
        definition.version(),
        startedAt,
        endedAt,
        removalTime,
        startActivityId,
        deleteReason,
        rootId,
        superId,
        tenantId,
        state);
  }
}
