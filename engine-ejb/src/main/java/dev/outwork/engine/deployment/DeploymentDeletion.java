package dev.outwork.engine.deployment;

/**
 * Told within the transaction that deletes a deployment, before its definitions go: whoever keeps
 * rows of their instances deletes them, or objects by an exception.
 *
 * @param cascade whether the caller accepts that instances go
 */
public record DeploymentDeletion(String deploymentId, boolean cascade) {}
