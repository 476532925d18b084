package dev.outwork.api.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Deploys processes and decisions, and lists what is deployed. */
public interface RepositoryService {
  /**
   * Deploys resources; each executable process becomes a new version of its key within its tenant.
   *
   * @throws ParseException if a model cannot be executed as modelled; nothing is deployed then
   * @throws dev.outwork.api.NotValidException if there is no resource, or a name is missing or
   *     occurs twice
   */
  DeploymentWithDefinitions createDeployment(DeploymentRequest request);

  /**
   * Checks the models of a deployment and deploys nothing. The check does not consider earlier
   * deployments.
   *
   * @param request only its files and {@code codeBecomesTopics} are used; files that are no models
   *     are ignored
   */
  DeploymentCheck checkDeployment(DeploymentRequest request);

  /**
   * Deploys files of an earlier deployment again, with its name and tenant, whether or not they
   * have changed.
   *
   * @param source origin of the new deployment, may be null
   * @param resourceIds ids of the files; if {@code resourceNames} is empty as well, all files are
   *     deployed
   * @param resourceNames names of further files
   * @throws NotFoundException if there is no such deployment, or it does not contain one of the
   *     files
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

  /** The files of a deployment; empty if there is no such deployment. */
  List<DeploymentResource> deploymentResources(String deploymentId);

  /** A file with its content, as it was deployed. */
  Optional<Resource> deploymentResource(String deploymentId, String resourceId);

  /**
   * Deletes a deployment and its definitions.
   *
   * @param cascade whether running and historic instances are deleted as well
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
   * @param tenantId null for the definition without tenant
   */
  Optional<ProcessDefinition> latestProcessDefinition(String key, String tenantId);

  /**
   * Suspends or activates a definition. Neither clients nor events can start a suspended
   * definition.
   *
   * @param includeProcessInstances whether its running instances are suspended or activated as well
   * @param executionDate time of the change; null for now
   * @throws NotFoundException if there is no such definition
   */
  void setProcessDefinitionSuspended(
      String id, boolean suspended, boolean includeProcessInstances, Instant executionDate);

  /**
   * Suspends or activates all definitions of a key, in all versions and tenants. If there is a
   * date, the definitions that exist on that date are changed.
   *
   * @throws NotFoundException if there is none
   */
  void setProcessDefinitionsSuspended(
      String key, boolean suspended, boolean includeProcessInstances, Instant executionDate);

  /**
   * Sets how many days the ended instances of a definition stay in history.
   *
   * @param days null for an unlimited time
   * @throws NotFoundException if there is no such definition
   * @throws dev.outwork.api.BadUserRequestException if {@code days} is negative
   */
  void updateProcessDefinitionHistoryTimeToLive(String id, Integer days);

  /**
   * Deletes a definition; its deployed file stays. If it was the latest version of its key, events
   * start the previous version from now on.
   *
   * @param cascade whether running and historic instances are deleted as well
   * @throws NotFoundException if there is no such definition
   * @throws dev.outwork.api.ProcessEngineException with code 10001 if instances exist and {@code
   *     cascade} is false
   */
  void deleteProcessDefinition(String id, boolean cascade);

  /**
   * Deletes all versions of a key, of all tenants and without tenant, as {@link
   * #deleteProcessDefinition(String, boolean)} does; all or none.
   *
   * @throws NotFoundException if there is none
   */
  void deleteProcessDefinitions(String key, boolean cascade);

  /**
   * Deletes all versions of a key that belong to one tenant.
   *
   * @param tenantId null for definitions without tenant
   */
  void deleteProcessDefinitions(String key, String tenantId, boolean cascade);

  /**
   * The elements of a definition whose work is done by the workers of a topic, in document order.
   *
   * @throws NotFoundException if there is no such definition
   */
  List<ProcessDefinitionTopic> topics(String processDefinitionId);

  /**
   * The definitions that the call activities of a definition would call now, as far as the model
   * says it without an expression: each once, in the order of the document. Definitions that are
   * not deployed are left out.
   *
   * @throws NotFoundException if there is no such definition
   */
  List<CalledProcessDefinition> staticCalledProcessDefinitions(String processDefinitionId);

  /** The BPMN document of a definition. */
  Optional<String> processModel(String processDefinitionId);
}
