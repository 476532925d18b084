package dev.outwork.engine.deployment;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.CalledProcessDefinition;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentCheck;
import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.SchemaReadiness;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The boundary of deployments and process definitions. */
@Stateless
@TellsOutages
@Local(RepositoryService.class)
public class Deployments implements RepositoryService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private SchemaReadiness schema;
  @Inject private Deployer deployer;
  @Inject private DefinitionStore definitions;
  @Inject private DecisionStore decisions;
  @Inject private DefinitionSuspension suspension;
  @Inject private Models models;
  @Inject private OperationLog log;
  @Inject private Event<DefinitionDeletion> deletions;
  @Inject private Event<DecisionsDeletion> decisionDeletions;

  @Override
  public DeploymentWithDefinitions createDeployment(DeploymentRequest request) {
    deploymentRights().checkDeploy(request.tenantId());
    // Applications deploy their processes when they start, and may start first.
    schema.await();
    return deployed(request);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DeploymentCheck checkDeployment(DeploymentRequest request) {
    return Checks.of(request.resources(), Deployer.codeBecomesTopics(request));
  }

  @Override
  public DeploymentWithDefinitions redeploy(
      String deploymentId,
      String source,
      Collection<String> resourceIds,
      Collection<String> resourceNames) {
    check(deploymentId, deploymentRights());
    Redeployment redeployment =
        Entities.find(
            entityManager,
            DeploymentEntity.class,
            deploymentId,
            found ->
                new Redeployment(
                    found.orElseThrow(() -> notFound(deploymentId)), files(deploymentId)));
    DeploymentRequest request = redeployment.of(source, resourceIds, resourceNames);
    return deployed(request);
  }

  private DeploymentWithDefinitions deployed(DeploymentRequest request) {
    DeploymentWithDefinitions deployed = deployer.deploy(request, entityManager);
    boolean filters = request.enableDuplicateFiltering() || request.deployChangedOnly();
    Operation created =
        onDeployment("Create", deployed.deployment())
            .change("duplicateFilterEnabled", null, filters);
    log.add(
        filters ? created.change("deployChangedOnly", null, request.deployChangedOnly()) : created);
    return deployed;
  }

  private static Operation onDeployment(String type, Deployment deployment) {
    return Operation.of(Kind.DEPLOYMENT, type)
        .on(Subject.DEPLOYMENT, deployment.id())
        .on(Subject.TENANT, deployment.tenantId());
  }

  @Override
  public List<Deployment> deployments(ListQuery<DeploymentFilter, DeploymentSort> query) {
    return list(query, deploymentRights()).list(DeploymentEntity::toDeployment);
  }

  @Override
  public long countDeployments(ListQuery<DeploymentFilter, DeploymentSort> query) {
    return list(query, deploymentRights()).count();
  }

  private Listing<DeploymentEntity, DeploymentFilter, DeploymentSort> list(
      ListQuery<DeploymentFilter, DeploymentSort> query, DeploymentRights rights) {
    return new DeploymentList(entityManager, query).seenBy(rights::seen);
  }

  @Override
  public Optional<Deployment> deployment(String id) {
    return find(id).filter(deploymentRights()::see);
  }

  private Optional<Deployment> find(String id) {
    return Entities.find(
        entityManager,
        DeploymentEntity.class,
        id,
        found -> found.map(DeploymentEntity::toDeployment));
  }

  @Override
  public List<DeploymentResource> deploymentResources(String deploymentId) {
    return visible(files(deploymentId), deploymentId, deploymentRights()).stream()
        .map(DeploymentResourceEntity::toDeploymentResource)
        .toList();
  }

  private List<DeploymentResourceEntity> files(String deploymentId) {
    return Entities.list(
        entityManager,
        entityManager
            .createQuery(
                "select r from DeploymentResourceEntity r where r.deploymentId = :id order by r.name",
                DeploymentResourceEntity.class)
            .setParameter("id", deploymentId),
        List::copyOf);
  }

  @Override
  public Optional<Resource> deploymentResource(String deploymentId, String resourceId) {
    DeploymentRights rights = deploymentRights();
    return Entities.find(
            entityManager,
            DeploymentResourceEntity.class,
            resourceId,
            found -> found.filter(resource -> resource.deploymentId().equals(deploymentId)))
        .flatMap(file -> visible(List.of(file), deploymentId, rights).stream().findFirst())
        .map(DeploymentResourceEntity::toResource);
  }

  // With grants it takes up to three more statements.
  private List<DeploymentResourceEntity> visible(
      List<DeploymentResourceEntity> files, String deploymentId, DeploymentRights rights) {
    if (rights.areAll()) {
      return files;
    }
    return find(deploymentId)
        .map(deployment -> rights.visible(files, deployment))
        .orElse(List.of());
  }

  @Override
  public void deleteDeployment(String id, boolean cascade) {
    DeploymentRights rights = deploymentRights();
    // Before it is looked for: another one may be deleting it.
    definitions.holdDeployments();
    Deployment deployment = find(id).filter(rights::permitDeploy).orElseThrow(() -> notFound(id));
    log.add(onDeployment("Delete", deployment).change("cascade", null, cascade));
    delete("deployment '%s'".formatted(id), definitions.idsOfDeployment(id), cascade);
    decisionDeletions.fire(new DecisionsDeletion(id, cascade));
    decisions.deleteOfDeployment(id);
    definitions.deleteDeployment(id);
  }

  @Override
  public void deleteProcessDefinition(String id, boolean cascade) {
    definitions.holdDeployments();
    existing(id, rights(), Verb.OPERATE);
    log.add(onDefinition("Delete", id).change("cascade", false, cascade));
    delete("process definition '%s'".formatted(id), List.of(id), cascade);
  }

  @Override
  public void deleteProcessDefinitions(String key, boolean cascade) {
    check(key, rights());
    definitions.holdDeployments();
    deleteAll(key, definitions.idsOfKey(key), cascade);
  }

  @Override
  public void deleteProcessDefinitions(String key, String tenantId, boolean cascade) {
    check(key, rights());
    definitions.holdDeployments();
    deleteAll(key, definitions.idsOfKey(key, tenantId), cascade);
  }

  private void deleteAll(String key, List<String> ids, boolean cascade) {
    if (ids.isEmpty()) {
      throw DefinitionSuspension.missing(key);
    }
    ids.forEach(id -> log.add(onDefinition("Delete", id).change("cascade", false, cascade)));
    delete("process definitions with key '%s'".formatted(key), ids, cascade);
  }

  private void delete(String what, List<String> definitionIds, boolean cascade) {
    if (!definitionIds.isEmpty()) {
      deletions.fire(new DefinitionDeletion(what, definitionIds, cascade));
      definitions.delete(definitionIds);
    }
  }

  private static NotFoundException notFound(String deploymentId) {
    return new NotFoundException("Deployment with id '%s' does not exist".formatted(deploymentId));
  }

  @Override
  public List<ProcessDefinition> processDefinitions(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query) {
    return list(query, rights()).list(ProcessDefinitionEntity::toProcessDefinition);
  }

  @Override
  public long countProcessDefinitions(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query) {
    return list(query, rights()).count();
  }

  private Listing<ProcessDefinitionEntity, ProcessDefinitionFilter, ProcessDefinitionSort> list(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query, ProcessRights rights) {
    return new ProcessDefinitionList(entityManager, query)
        .seenBy(where -> rights.see(where, "key"));
  }

  @Override
  public Optional<ProcessDefinition> processDefinition(String id) {
    ProcessRights rights = rights();
    return definitions.find(id).filter(found -> rights.showDefinition(found.key()));
  }

  @Override
  public Optional<ProcessDefinition> latestProcessDefinition(String key, String tenantId) {
    ProcessRights rights = rights();
    return definitions.latest(key, tenantId).filter(found -> rights.showDefinition(key));
  }

  @Override
  public void setProcessDefinitionSuspended(
      String id, boolean suspended, boolean includeProcessInstances, Instant executionDate) {
    check(id, rights(), Verb.OPERATE);
    suspension.ofDefinition(id, suspended, includeProcessInstances, executionDate);
    log.add(suspended(onDefinition(suspension(suspended), id), suspended, includeProcessInstances));
  }

  @Override
  public void setProcessDefinitionsSuspended(
      String key, boolean suspended, boolean includeProcessInstances, Instant executionDate) {
    check(key, rights());
    suspension.ofKey(key, suspended, includeProcessInstances, executionDate);
    log.add(
        suspended(
            Operation.of(Kind.PROCESS_DEFINITION, suspension(suspended))
                .on(Subject.DEFINITION_KEY, key),
            suspended,
            includeProcessInstances));
  }

  @Override
  public void updateProcessDefinitionHistoryTimeToLive(String id, Integer days) {
    ProcessRights rights = rights();
    if (days != null && days < 0) {
      throw new BadUserRequestException("historyTimeToLive is not greater than or equal to 0");
    }
    check(id, rights, Verb.OPERATE);
    Integer before = definitions.find(id).map(ProcessDefinition::historyTimeToLive).orElse(null);
    if (!definitions.setHistoryTimeToLive(id, days)) {
      throw DefinitionStore.missing(id);
    }
    log.add(onDefinition("UpdateHistoryTimeToLive", id).change("historyTimeToLive", before, days));
  }

  @Override
  public List<ProcessDefinitionTopic> topics(String processDefinitionId) {
    existing(processDefinitionId, rights(), Verb.READ);
    return Topics.of(processDefinitionId, models.of(processDefinitionId).model());
  }

  @Override
  public List<CalledProcessDefinition> staticCalledProcessDefinitions(String processDefinitionId) {
    ProcessRights rights = rights();
    ProcessDefinition caller = existing(processDefinitionId, rights, Verb.READ);
    return new StaticCalls(caller, models.of(processDefinitionId).model(), definitions)
        .definitionsCalled().stream()
            .filter(called -> rights.permit(Verb.READ, called.definition().key()))
            .toList();
  }

  @Override
  public Optional<String> processModel(String processDefinitionId) {
    ProcessRights rights = rights();
    boolean isHidden =
        !rights.areAll()
            && definitions
                .find(processDefinitionId)
                .filter(found -> rights.permit(Verb.READ, found.key()))
                .isEmpty();
    if (isHidden) {
      return Optional.empty();
    }
    return definitions
        .document(processDefinitionId)
        .map(document -> new String(document.content(), StandardCharsets.UTF_8));
  }

  private static Operation onDefinition(String type, String id) {
    return Operation.of(Kind.PROCESS_DEFINITION, type).on(Subject.PROCESS_DEFINITION, id);
  }

  private static String suspension(boolean suspended) {
    return Operation.suspension(suspended) + "ProcessDefinition";
  }

  private static Operation suspended(
      Operation operation, boolean suspended, boolean includeProcessInstances) {
    return operation
        .suspended(suspended)
        .change("includeProcessInstances", null, includeProcessInstances);
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }

  private ProcessDefinition existing(String id, ProcessRights rights, Verb verb) {
    ProcessDefinition definition = definitions.existing(id);
    if (!rights.permit(verb, definition.key())) {
      throw DefinitionStore.missing(id);
    }
    return definition;
  }

  // With grants it takes one more statement.
  private void check(String id, ProcessRights rights, Verb verb) {
    if (!rights.areAll()) {
      existing(id, rights, verb);
    }
  }

  private DeploymentRights deploymentRights() {
    return new DeploymentRights(grants.ofCaller(), entityManager);
  }

  private void check(String deploymentId, DeploymentRights rights) {
    if (!rights.areAll() && find(deploymentId).filter(rights::permitDeploy).isEmpty()) {
      throw notFound(deploymentId);
    }
  }

  private static void check(String key, ProcessRights rights) {
    if (!rights.permit(Verb.OPERATE, key)) {
      throw DefinitionSuspension.missing(key);
    }
  }
}
