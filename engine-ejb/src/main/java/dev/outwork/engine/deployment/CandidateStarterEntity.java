package dev.outwork.engine.deployment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A candidate starter, for conditions of lists; written by {@link CandidateStarterStore}. */
@Entity
@Table(name = "candidate_starter")
public class CandidateStarterEntity {
  @Id private String id;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "group_id")
  private String groupId;

  protected CandidateStarterEntity() {}
}
