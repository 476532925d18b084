package dev.outwork.rest.decision;

import dev.outwork.api.decision.DecisionRequirementsDefinition;

/** One version of a document with several decisions. */
public record DecisionRequirementsDefinitionDto(
    String id,
    String key,
    String category,
    String name,
    int version,
    String resource,
    String deploymentId,
    String tenantId) {

  public static DecisionRequirementsDefinitionDto of(DecisionRequirementsDefinition definition) {
    return new DecisionRequirementsDefinitionDto(
        definition.id(),
        definition.key(),
        definition.category(),
        definition.name(),
        definition.version(),
        definition.resource(),
        definition.deploymentId(),
        definition.tenantId());
  }
}
