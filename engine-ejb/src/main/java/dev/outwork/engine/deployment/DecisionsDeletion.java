package dev.outwork.engine.deployment;

/**
 * Told within the transaction that deletes the decisions of a deployment, before they go: whoever
 * keeps what was evaluated deletes it.
 *
 * @param cascade whether the caller wants that
 */
public record DecisionsDeletion(String deploymentId, boolean cascade) {}
