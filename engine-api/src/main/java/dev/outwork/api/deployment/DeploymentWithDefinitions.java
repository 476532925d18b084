package dev.outwork.api.deployment;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import java.util.List;

/**
 * The result of a deployment; without definitions if every resource was a duplicate.
 *
 * @param deployedDecisionRequirementsDefinitions of documents with more than one decision
 * @param codeTopics each element whose code became an external task
 */
public record DeploymentWithDefinitions(
    Deployment deployment,
    List<ProcessDefinition> deployedProcessDefinitions,
    List<DecisionDefinition> deployedDecisionDefinitions,
    List<DecisionRequirementsDefinition> deployedDecisionRequirementsDefinitions,
    List<ProcessDefinitionTopic> codeTopics) {
  public DeploymentWithDefinitions {
    deployedProcessDefinitions = List.copyOf(deployedProcessDefinitions);
    deployedDecisionDefinitions = List.copyOf(deployedDecisionDefinitions);
    deployedDecisionRequirementsDefinitions = List.copyOf(deployedDecisionRequirementsDefinitions);
    codeTopics = List.copyOf(codeTopics);
  }

  /** A result without definitions. */
  public DeploymentWithDefinitions(Deployment deployment) {
    this(deployment, List.of(), List.of(), List.of(), List.of());
  }
}
