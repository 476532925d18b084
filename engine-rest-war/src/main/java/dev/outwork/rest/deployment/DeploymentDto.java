package dev.outwork.rest.deployment;

import dev.outwork.api.deployment.Deployment;
import dev.outwork.rest.format.LinkDto;
import java.time.Instant;
import java.util.List;

/** A deployment in a list. */
public record DeploymentDto(
    List<LinkDto> links,
    String id,
    String name,
    String source,
    Instant deploymentTime,
    String tenantId) {

  static DeploymentDto of(Deployment deployment) {
    return of(deployment, List.of());
  }

  static DeploymentDto of(Deployment deployment, List<LinkDto> links) {
    return new DeploymentDto(
        links,
        deployment.id(),
        deployment.name(),
        deployment.source(),
        deployment.deploymentTime(),
        deployment.tenantId());
  }
}
