package dev.outwork.api.instance;

/**
 * A process instance.
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
