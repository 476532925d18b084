package dev.outwork.engine.instance;

/**
 * What stays the same of a process instance while its tokens move.
 *
 * @param versionTag of its definition, may be null
 * @param businessKey may be null
 * @param tenantId may be null
 */
public record Instance(
    String id,
    String definitionId,
    String definitionKey,
    String versionTag,
    String businessKey,
    String tenantId,
    boolean suspended) {}
