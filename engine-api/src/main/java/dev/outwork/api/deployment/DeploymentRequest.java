package dev.outwork.api.deployment;

import java.time.Instant;
import java.util.List;

/**
 * What to deploy (docs/rest-api.md, "Deployments").
 *
 * @param name label of the deployment, may be null
 * @param source where it comes from, may be null
 * @param tenantId whom it belongs to, null for nobody in particular
 * @param enableDuplicateFiltering whether nothing is deployed if every resource is unchanged
 * @param deployChangedOnly whether only changed resources are deployed; includes the former
 * @param resources at least one
 * @param activationTime when the definitions become active, null for at once
 * @param codeBecomesTopics whether what is implemented by code becomes the work of a topic, for
 *     workers that do what the code did, instead of being refused; null for what the server is set
 *     to
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

  /** One for which the setting of the server says whether code becomes topics. */
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

  /** The same, with or without code that becomes topics. */
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
