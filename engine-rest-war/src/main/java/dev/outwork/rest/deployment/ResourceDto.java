package dev.outwork.rest.deployment;

import dev.outwork.api.deployment.DeploymentResource;

/** A deployed file, without its content. */
public record ResourceDto(String id, String name, String deploymentId) {
  static ResourceDto of(DeploymentResource resource) {
    return new ResourceDto(resource.id(), resource.name(), resource.deploymentId());
  }
}
