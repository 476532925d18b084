package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A deployed file. */
@Entity
@Table(name = "deployment_resource")
public class DeploymentResourceEntity {
  @Id private String id;

  @Column(name = "deployment_id")
  private String deploymentId;

  private String name;
  private byte[] content;

  protected DeploymentResourceEntity() {}

  DeploymentResourceEntity(String deploymentId, Resource resource) {
    this.id = Ids.next();
    this.deploymentId = deploymentId;
    this.name = resource.name();
    this.content = resource.content();
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  byte[] content() {
    return content;
  }

  String deploymentId() {
    return deploymentId;
  }

  DeploymentResource toDeploymentResource() {
    return new DeploymentResource(id, name, deploymentId);
  }

  Resource toResource() {
    return new Resource(name, content);
  }
}
