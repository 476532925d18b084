package dev.outwork.engine.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The boundary of deployments and process definitions. */
@Stateless
@Local(RepositoryService.class)
public class Deployments implements RepositoryService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Deployer deployer;
  @Inject private DefinitionStore definitions;
  @Inject private Event<DeploymentDeletion> deletions;

  @Override
  public DeploymentWithDefinitions createDeployment(DeploymentRequest request) {
    return deployer.deploy(request, entityManager);
  }

  @Override
  public List<Deployment> deployments(ListQuery<DeploymentFilter, DeploymentSort> query) {
    return new DeploymentList(entityManager, query)
        .list().stream().map(DeploymentEntity::toDeployment).toList();
  }

  @Override
  public long countDeployments(ListQuery<DeploymentFilter, DeploymentSort> query) {
    return new DeploymentList(entityManager, query).count();
  }

  @Override
  public Optional<Deployment> deployment(String id) {
    return Optional.ofNullable(entityManager.find(DeploymentEntity.class, id))
        .map(DeploymentEntity::toDeployment);
  }

  @Override
  public List<DeploymentResource> deploymentResources(String deploymentId) {
    return entityManager
        .createQuery(
            "select r from DeploymentResourceEntity r where r.deploymentId = :id order by r.name",
            DeploymentResourceEntity.class)
        .setParameter("id", deploymentId)
        .getResultStream()
        .map(DeploymentResourceEntity::toDeploymentResource)
        .toList();
  }

  @Override
  public Optional<Resource> deploymentResource(String deploymentId, String resourceId) {
    return Optional.ofNullable(entityManager.find(DeploymentResourceEntity.class, resourceId))
        .filter(resource -> resource.deploymentId().equals(deploymentId))
        .map(DeploymentResourceEntity::toResource);
  }

  @Override
  public void deleteDeployment(String id, boolean cascade) {
    if (entityManager.find(DeploymentEntity.class, id) == null) {
      throw new NotFoundException("Deployment with id '%s' does not exist".formatted(id));
    }
    definitions.holdDeployments();
    deletions.fire(new DeploymentDeletion(id, cascade));
    definitions.deleteDeployment(id);
  }

  @Override
  public List<ProcessDefinition> processDefinitions(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query) {
    return new ProcessDefinitionList(entityManager, query)
        .list().stream().map(ProcessDefinitionEntity::toProcessDefinition).toList();
  }

  @Override
  public long countProcessDefinitions(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query) {
    return new ProcessDefinitionList(entityManager, query).count();
  }

  @Override
  public Optional<ProcessDefinition> processDefinition(String id) {
    return definitions.find(id);
  }

  @Override
  public Optional<ProcessDefinition> latestProcessDefinition(String key, String tenantId) {
    return definitions.latest(key, tenantId);
  }

  @Override
  public Optional<String> processModel(String processDefinitionId) {
    return definitions
        .document(processDefinitionId)
        .map(document -> new String(document, StandardCharsets.UTF_8));
  }
}
