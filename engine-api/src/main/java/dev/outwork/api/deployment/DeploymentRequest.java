package dev.outwork.api.deployment;

import java.time.Instant;
import java.util.List;

/**
 * A deployment request (docs/rest-api.md, "Deployments").
 *
 * @param name label of the deployment, may be null
 * @param source origin of the deployment, may be null
 * @param tenantId null for no tenant
 * @param enableDuplicateFiltering whether nothing is deployed if every resource is unchanged
 * @param deployChangedOnly whether only changed resources are deployed; implies {@code
 *     enableDuplicateFiltering}
 * @param resources at least one
 * @param activationTime time at which the definitions become active; null for at once
 * @param codeBecomesTopics whether elements implemented by code become external tasks, for workers
 *     that run the code, instead of being refused; null for the server's setting
 */
public record DeploymentRequest(
    String name,
    String source,
    String tenantId,
    boolean enableDuplicateFiltering,
    boolean deployChangedOnly,
    List<Resource> resources,
    Instant activationTime,
    Boolean codeBecomesTopics) {
  public DeploymentRequest {
    resources = List.copyOf(resources);
  }

  /** A request that leaves {@code codeBecomesTopics} to the server's setting. */
  public DeploymentRequest(
      String name,
      String source,
      String tenantId,
      boolean enableDuplicateFiltering,
      boolean deployChangedOnly,
      List<Resource> resources,
      Instant activationTime) {
    this(
        name,
        source,
        tenantId,
        enableDuplicateFiltering,
        deployChangedOnly,
        resources,
        activationTime,
        null);
  }

  /** A request whose definitions are active at once. */
  public DeploymentRequest(
      String name,
      String source,
      String tenantId,
      boolean enableDuplicateFiltering,
      boolean deployChangedOnly,
      List<Resource> resources) {
    this(name, source, tenantId, enableDuplicateFiltering, deployChangedOnly, resources, null);
  }

  /** A request with one process and no options. */
  public static DeploymentRequest of(String resourceName, byte[] content) {
    return new DeploymentRequest(
        null, null, null, false, false, List.of(new Resource(resourceName, content)));
  }

  /** This request with the given {@code codeBecomesTopics}. */
  public DeploymentRequest withCodeBecomesTopics(boolean value) {
    return new DeploymentRequest(
        name,
        source,
        tenantId,
        enableDuplicateFiltering,
        deployChangedOnly,
        resources,
        activationTime,
        value);
  }
}
