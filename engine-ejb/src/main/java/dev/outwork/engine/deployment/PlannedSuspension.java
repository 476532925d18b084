package dev.outwork.engine.deployment;

import java.time.Instant;

/**
 * Fired within the transaction that plans to suspend or activate definitions later: an observer
 * calls {@link DefinitionSuspension} at that time.
 *
 * @param definitionId null for all definitions of the key at that time
 * @param tenantId of the definition; null if it has none or a key is given
 */
public record PlannedSuspension(
    String definitionId,
    String key,
    String tenantId,
    boolean suspended,
    boolean includeProcessInstances,
    Instant dueAt) {}
