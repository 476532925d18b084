package dev.outwork.rest.deployment;

import java.util.List;

/**
 * What of a deployment is deployed once more.
 *
 * @param resourceIds null or empty, as {@code resourceNames} is, for all files
 */
public record RedeploymentDto(String source, List<String> resourceIds, List<String> resourceNames) {
  static final RedeploymentDto ALL = new RedeploymentDto(null, null, null);

  public RedeploymentDto {
    resourceIds = resourceIds == null ? List.of() : resourceIds;
    resourceNames = resourceNames == null ? List.of() : resourceNames;
  }
}
