package dev.outwork.rest.definition;

import dev.outwork.api.deployment.ProcessDefinition;

/**
 * One version of a process.
 *
 * @param diagram always null: no image is stored
 */
public record ProcessDefinitionDto(
    String id,
    String key,
    String category,
    String description,
    String name,
    int version,
    String resource,
    String deploymentId,
    String diagram,
    boolean suspended,
    String tenantId,
    String versionTag,
    Integer historyTimeToLive,
    boolean startableInTasklist) {

  public static ProcessDefinitionDto of(ProcessDefinition definition) {
    return new ProcessDefinitionDto(
        definition.id(),
        definition.key(),
        definition.category(),
        definition.description(),
        definition.name(),
        definition.version(),
        definition.resource(),
        definition.deploymentId(),
        null,
        definition.suspended(),
        definition.tenantId(),
        definition.versionTag(),
        definition.historyTimeToLive(),
        definition.startableInTasklist());
  }
}
