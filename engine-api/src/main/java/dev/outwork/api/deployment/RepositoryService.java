package dev.outwork.api.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Deploys processes and answers for what is deployed. */
public interface RepositoryService {
  /**
   * Deploys resources; each executable process in them becomes a new version of its key within its
   * tenant.
   *
   * @throws ParseException if a model cannot be executed as it is drawn; nothing is deployed then
   * @throws dev.outwork.api.NotValidException if there is nothing to deploy, or a name is missing
   *     or given twice
   */
  DeploymentWithDefinitions createDeployment(DeploymentRequest request);

  List<Deployment> deployments(ListQuery<DeploymentFilter, DeploymentSort> query);

  long countDeployments(ListQuery<DeploymentFilter, DeploymentSort> query);

  Optional<Deployment> deployment(String id);

  /** Empty if there is no such deployment. */
  List<DeploymentResource> deploymentResources(String deploymentId);

  /** The file as it was deployed. */
  Optional<Resource> deploymentResource(String deploymentId, String resourceId);

  /**
   * Deletes a deployment and its definitions.
   *
   * @param cascade whether their instances, running and ended, and their history go as well
   * @throws NotFoundException if there is no such deployment
   * @throws dev.outwork.api.ProcessEngineException with code 10001 if instances exist and {@code
   *     cascade} is false
   */
  void deleteDeployment(String id, boolean cascade);

  List<ProcessDefinition> processDefinitions(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query);

  long countProcessDefinitions(ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query);

  Optional<ProcessDefinition> processDefinition(String id);

  /**
   * The latest version of a key.
   *
   * @param tenantId null for the one that belongs to no tenant
   */
  Optional<ProcessDefinition> latestProcessDefinition(String key, String tenantId);

  /** The BPMN document that a definition was read from. */
  Optional<String> processModel(String processDefinitionId);
}
