package dev.outwork.rest.decision;

import dev.outwork.api.decision.DecisionDefinition;

/** One version of a decision. */
public record DecisionDefinitionDto(
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
    String versionTag) {

  public static DecisionDefinitionDto of(DecisionDefinition definition) {
    return new DecisionDefinitionDto(
        definition.id(),
        definition.key(),
        definition.category(),
        definition.name(),
        definition.version(),
        definition.resource(),
        definition.deploymentId(),
        definition.tenantId(),
        definition.decisionRequirementsDefinitionId(),
        definition.decisionRequirementsDefinitionKey(),
        definition.historyTimeToLive(),
        definition.versionTag());
  }
}
