package dev.outwork.api.deployment;

import java.util.List;

/**
 * The answer to a deployment.
 *
 * @param deployedProcessDefinitions what came into being; empty if everything was a duplicate
 * @param codeTopics each element whose code has become the work of a topic
 */
public record DeploymentWithDefinitions(
    Deployment deployment,
    List<ProcessDefinition> deployedProcessDefinitions,
    List<ProcessDefinitionTopic> codeTopics) {
  public DeploymentWithDefinitions {
    deployedProcessDefinitions = List.copyOf(deployedProcessDefinitions);
    codeTopics = List.copyOf(codeTopics);
  }
}
