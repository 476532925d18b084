package dev.outwork.api.deployment;

import java.time.Instant;
import java.util.List;

/**
 * What to deploy (wire section 6.1).
 *
 * @param name label of the deployment, may be null
 * @param source where it comes from, may be null
 * @param tenantId whom it belongs to, null for nobody in particular
 * @param enableDuplicateFiltering whether nothing is deployed if every resource is unchanged
 * @param deployChangedOnly whether only changed resources are deployed; includes the former
 * @param resources at least one
 * @param activationTime when the definitions become active, null for at once
 */
public record DeploymentRequest(
    String name,
    String source,
    String tenantId,
    boolean enableDuplicateFiltering,
    boolean deployChangedOnly,
    List<Resource> resources,
    Instant activationTime) {
  public DeploymentRequest {
    resources = List.copyOf(resources);
  }

  /** One whose definitions are active at once. */
  public DeploymentRequest(
      String name,
      String source,
      String tenantId,
      boolean enableDuplicateFiltering,
      boolean deployChangedOnly,
      List<Resource> resources) {
    this(name, source, tenantId, enableDuplicateFiltering, deployChangedOnly, resources, null);
  }

  /** One process, without any option. */
  public static DeploymentRequest of(String resourceName, byte[] content) {
    return new DeploymentRequest(
        null, null, null, false, false, List.of(new Resource(resourceName, content)));
  }
}
