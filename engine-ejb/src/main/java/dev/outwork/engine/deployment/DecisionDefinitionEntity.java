package dev.outwork.engine.deployment;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.dmn.DecisionModel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One version of a decision. */
@Entity
@Table(name = "decision_definition")
public class DecisionDefinitionEntity {
  @Id private String id;

  @Column(name = "definition_key")
  private String key;

  private int version;
  private String name;
  private String category;

  @Column(name = "version_tag")
  private String versionTag;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "deployment_id")
  private String deploymentId;

  @Column(name = "resource_name")
  private String resourceName;

  @Column(name = "history_time_to_live")
  private Integer historyTimeToLive;

  @Column(name = "requirements_id")
  private String requirementsId;

  @Column(name = "requirements_key")
  private String requirementsKey;

  protected DecisionDefinitionEntity() {}

  /** The columns of {@link DecisionStore}. */
  static DecisionDefinitionEntity read(Row row) {
    DecisionDefinitionEntity definition = new DecisionDefinitionEntity();
    definition.id = row.text("id");
    definition.key = row.text("definition_key");
    definition.version = row.integer("version");
    definition.name = row.text("name");
    definition.category = row.text("category");
    definition.versionTag = row.text("version_tag");
    definition.tenantId = row.text("tenant_id");
    definition.deploymentId = row.text("deployment_id");
    definition.resourceName = row.text("resource_name");
    definition.historyTimeToLive = row.integer("history_time_to_live");
    definition.requirementsId = row.text("requirements_id");
    definition.requirementsKey = row.text("requirements_key");
    return definition;
  }

  /**
   * @param requirements null if the document has no other decision
   */
  DecisionDefinitionEntity(
      DecisionModel model,
      int version,
      String category,
      DeploymentEntity deployment,
      String resourceName,
      DecisionRequirementsEntity requirements) {
    this.id = ProcessDefinitionEntity.idOf(model.key(), version);
    this.key = model.key();
    this.version = version;
    this.name = model.name();
    this.category = category;
    this.versionTag = model.versionTag();
    this.tenantId = deployment.toDeployment().tenantId();
    this.deploymentId = deployment.id();
    this.resourceName = resourceName;
    this.historyTimeToLive = model.historyTimeToLive();
    this.requirementsId = requirements == null ? null : requirements.id();
    this.requirementsKey = requirements == null ? null : requirements.key();
  }

  DecisionDefinition toDecisionDefinition() {
    return new DecisionDefinition(
        id,
        key,
        category,
        name,
        version,
        resourceName,
        deploymentId,
        tenantId,
        requirementsId,
        requirementsKey,
        historyTimeToLive,
        versionTag);
  }
}
