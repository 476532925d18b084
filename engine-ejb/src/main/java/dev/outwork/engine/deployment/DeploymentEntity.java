package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.engine.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Resources that were deployed together. */
@Entity
@Table(name = "deployment")
public class DeploymentEntity {
  @Id private String id;
  private String name;
  private String source;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "deployed_at")
  private Instant deployedAt;

  @Column(name = "code_becomes_topics")
  private boolean codeBecomesTopics;

  protected DeploymentEntity() {}

  DeploymentEntity(DeploymentRequest request, boolean codeBecomesTopics, Instant now) {
    this.id = Ids.next();
    this.name = request.name();
    this.source = request.source();
    this.tenantId = request.tenantId();
    this.codeBecomesTopics = codeBecomesTopics;
    this.deployedAt = now;
  }

  String id() {
    return id;
  }

  /** Whether code in its documents becomes external tasks. */
  boolean codeBecomesTopics() {
    return codeBecomesTopics;
  }

  Deployment toDeployment() {
    return new Deployment(id, name, source, deployedAt, tenantId);
  }
}
