package dev.outwork.engine.deployment;

import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.engine.dmn.DecisionGraph;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One version of a document with several decisions. */
@Entity
@Table(name = "decision_requirements_definition")
public class DecisionRequirementsEntity {
  @Id private String id;

  @Column(name = "definition_key")
  private String key;

  private int version;
  private String name;
  private String category;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "deployment_id")
  private String deploymentId;

  @Column(name = "resource_name")
  private String resourceName;

  protected DecisionRequirementsEntity() {}

  DecisionRequirementsEntity(
      DecisionGraph graph, int version, DeploymentEntity deployment, String resourceName) {
    this.id = ProcessDefinitionEntity.idOf(graph.id(), version);
    this.key = graph.id();
    this.version = version;
    this.name = graph.name();
    this.category = graph.category();
    this.tenantId = deployment.toDeployment().tenantId();
    this.deploymentId = deployment.id();
    this.resourceName = resourceName;
  }

  String id() {
    return id;
  }

  String key() {
    return key;
  }

  DecisionRequirementsDefinition toDecisionRequirementsDefinition() {
    return new DecisionRequirementsDefinition(
        id, key, category, name, version, resourceName, deploymentId, tenantId);
  }
}
