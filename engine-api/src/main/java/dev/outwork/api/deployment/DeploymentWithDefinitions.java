package dev.outwork.api.deployment;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import java.util.List;

/**
 * The answer to a deployment: what came into being; nothing if everything was a duplicate.
 *
 * @param deployedDecisionRequirementsDefinitions of documents with more than one decision
 * @param codeTopics each element whose code has become the work of a topic
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

  /** Of nothing. */
  public DeploymentWithDefinitions(Deployment deployment) {
    this(deployment, List.of(), List.of(), List.of(), List.of());
  }
}
