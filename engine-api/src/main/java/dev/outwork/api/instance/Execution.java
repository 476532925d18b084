package dev.outwork.api.instance;

/**
 * A process instance, or one of its running activities.
 *
 * @param tenantId may be null
 */
public record Execution(String id, String processInstanceId, boolean ended, String tenantId) {}
