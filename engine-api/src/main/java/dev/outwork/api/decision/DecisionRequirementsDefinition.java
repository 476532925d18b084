package dev.outwork.api.decision;

/**
 * One version of a document with several decisions, which may require each other.
 *
 * @param key id of the document
 * @param category its namespace
 * @param resource name of the deployed file
 * @param tenantId may be null
 */
public record DecisionRequirementsDefinition(
    String id,
    String key,
    String category,
    String name,
    int version,
    String resource,
    String deploymentId,
    String tenantId) {}
