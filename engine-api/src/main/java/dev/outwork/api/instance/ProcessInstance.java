package dev.outwork.api.instance;

/**
 * One run of a process.
 *
 * @param businessKey may be null
 * @param tenantId may be null
 */
public record ProcessInstance(
    String id,
    String processDefinitionId,
    String processDefinitionKey,
    String businessKey,
    String tenantId,
    boolean ended,
    boolean suspended) {}
