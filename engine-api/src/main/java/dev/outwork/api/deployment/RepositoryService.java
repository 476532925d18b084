package dev.outwork.api.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import java.time.Instant;
import java.util.Collection;
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

  /**
   * Says what would happen to the models of a deployment, and deploys nothing. What depends on what
   * is deployed already is not looked at.
   *
   * @param request of which only the files count, and whether code becomes topics; files that are
   *     no models are passed over
   */
  DeploymentCheck checkDeployment(DeploymentRequest request);

  /**
   * Deploys files of an earlier deployment once more, with its name and tenant, whether or not they
   * have changed.
   *
   * @param source where the new deployment comes from, may be null
   * @param resourceIds which files, by id; with {@code resourceNames} empty as well, all of them
   * @param resourceNames more of them, by name
   * @throws NotFoundException if there is no such deployment, or a file is not in it
   * @throws ParseException as {@link #createDeployment} does
   */
  DeploymentWithDefinitions redeploy(
      String deploymentId,
      String source,
      Collection<String> resourceIds,
      Collection<String> resourceNames);

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

  /**
   * Suspends a definition, so that nobody and nothing starts it, or activates it.
   *
   * @param includeProcessInstances whether its running instances are suspended or activated, too
   * @param executionDate when that is to happen; null for now
   * @throws NotFoundException if there is no such definition
   */
  void setProcessDefinitionSuspended(
      String id, boolean suspended, boolean includeProcessInstances, Instant executionDate);

  /**
   * The same for all definitions of a key, of whatever version and tenant; with a date, those that
   * there are then.
   *
   * @throws NotFoundException if there is none
   */
  void setProcessDefinitionsSuspended(
      String key, boolean suspended, boolean includeProcessInstances, Instant executionDate);

  /**
   * Sets for how many days what a definition has executed is of interest.
   *
   * @param days null for ever
   * @throws NotFoundException if there is no such definition
   * @throws dev.outwork.api.BadUserRequestException if it is negative
   */
  void updateProcessDefinitionHistoryTimeToLive(String id, Integer days);

  /**
   * Deletes a definition; the file that it was read from stays. If it was the latest of its key,
   * the one before is started by events from now on.
   *
   * @param cascade whether its instances, running and ended, and their history go as well
   * @throws NotFoundException if there is no such definition
   * @throws dev.outwork.api.ProcessEngineException with code 10001 if instances exist and {@code
   *     cascade} is false
   */
  void deleteProcessDefinition(String id, boolean cascade);

  /**
   * The same for all versions of a key, of all tenants and of none; all of them go, or none.
   *
   * @throws NotFoundException if there is none
   */
  void deleteProcessDefinitions(String key, boolean cascade);

  /**
   * The same for all versions of a key that belong to one tenant.
   *
   * @param tenantId null for those that belong to no tenant
   */
  void deleteProcessDefinitions(String key, String tenantId, boolean cascade);

  /**
   * Each element of a definition whose work is done by the workers of a topic, in document order.
   *
   * @throws NotFoundException if there is no such definition
   */
  List<ProcessDefinitionTopic> topics(String processDefinitionId);

  /** The BPMN document that a definition was read from. */
  Optional<String> processModel(String processDefinitionId);
}
