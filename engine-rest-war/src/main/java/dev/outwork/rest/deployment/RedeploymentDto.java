package dev.outwork.rest.deployment;

import java.util.List;

/**
 * The files of a deployment to deploy again.
 *
 * @param resourceIds if this and {@code resourceNames} are null or empty, all files
 */
public record RedeploymentDto(String source, List<String> resourceIds, List<String> resourceNames) {
  static final RedeploymentDto ALL = new RedeploymentDto(null, null, null);

  public RedeploymentDto {
    resourceIds = resourceIds == null ? List.of() : resourceIds;
    resourceNames = resourceNames == null ? List.of() : resourceNames;
  }
}
