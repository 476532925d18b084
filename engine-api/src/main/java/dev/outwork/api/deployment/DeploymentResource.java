package dev.outwork.api.deployment;

/** A deployed file, without its content. */
public record DeploymentResource(String id, String name, String deploymentId) {}
