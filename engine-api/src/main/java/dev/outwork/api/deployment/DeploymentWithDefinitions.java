package dev.outwork.api.deployment;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import java.util.List;

/**
 * The answer to a deployment: what came into being; nothing if everything was a duplicate.
 *
 * @param deployedDecisionRequirementsDefinitions of documents with more than one decision
 */
public record DeploymentWithDefinitions(
    Deployment deployment,
    List<ProcessDefinition> deployedProcessDefinitions,
    List<DecisionDefinition> deployedDecisionDefinitions,
    List<DecisionRequirementsDefinition> deployedDecisionRequirementsDefinitions) {
  public DeploymentWithDefinitions {
    deployedProcessDefinitions = List.copyOf(deployedProcessDefinitions);
    deployedDecisionDefinitions = List.copyOf(deployedDecisionDefinitions);
    deployedDecisionRequirementsDefinitions = List.copyOf(deployedDecisionRequirementsDefinitions);
  }

  /** Without decisions. */
  public DeploymentWithDefinitions(
      Deployment deployment, List<ProcessDefinition> deployedProcessDefinitions) {
    this(deployment, deployedProcessDefinitions, List.of(), List.of());
  }
}
