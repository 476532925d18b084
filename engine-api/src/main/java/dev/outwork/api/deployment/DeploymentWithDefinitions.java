package dev.outwork.api.deployment;

import java.util.List;

/**
 * The answer to a deployment.
 *
 * @param deployedProcessDefinitions what came into being; empty if everything was a duplicate
 */
public record DeploymentWithDefinitions(
    Deployment deployment, List<ProcessDefinition> deployedProcessDefinitions) {
  public DeploymentWithDefinitions {
    deployedProcessDefinitions = List.copyOf(deployedProcessDefinitions);
  }
}
