package dev.outwork.api.deployment;

/**
 * One version of a process.
 *
 * @param category target namespace of the BPMN document
 * @param resource name of the deployed file
 * @param versionTag may be null
 * @param historyTimeToLive in days, may be null
 * @param tenantId may be null
 */
public record ProcessDefinition(
    String id,
    String key,
    String category,
    String description,
    String name,
    int version,
    String resource,
    String deploymentId,
    boolean suspended,
    String tenantId,
    String versionTag,
    Integer historyTimeToLive,
    boolean startableInTasklist) {}
