package dev.outwork.api.decision;

/**
 * One version of a decision.
 *
 * @param key id of the decision in its document
 * @param category namespace of the document
 * @param resource name of the deployed file
 * @param tenantId may be null
 * @param decisionRequirementsDefinitionId null if its document has no other decision
 * @param historyTimeToLive in days, may be null
 * @param versionTag may be null
 */
public record DecisionDefinition(
    String id,
    String key,
    String category,
    String name,
    int version,
    String resource,
    String deploymentId,
    String tenantId,
    String decisionRequirementsDefinitionId,
    String decisionRequirementsDefinitionKey,
    Integer historyTimeToLive,
    String versionTag) {}
