package dev.outwork.engine.deployment;

import java.time.Instant;

/**
 * Told within the transaction that plans to suspend or activate definitions later: whoever does
 * things later calls {@link DefinitionSuspension} then.
 *
 * @param definitionId null for all definitions of the key that there are then
 * @param tenantId that of the definition, null if it has none or it is about a key
 */
public record PlannedSuspension(
    String definitionId,
    String key,
    String tenantId,
    boolean suspended,
    boolean includeProcessInstances,
    Instant dueAt) {}
