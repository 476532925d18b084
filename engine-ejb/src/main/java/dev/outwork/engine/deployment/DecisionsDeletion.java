package dev.outwork.engine.deployment;

/**
 * Fired within the transaction that deletes the decisions of a deployment, before their rows are
 * deleted: observers delete stored evaluations.
 *
 * @param cascade whether the caller wants them to be deleted
 */
public record DecisionsDeletion(String deploymentId, boolean cascade) {}
