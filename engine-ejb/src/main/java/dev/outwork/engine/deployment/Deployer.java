package dev.outwork.engine.deployment;

import dev.outwork.api.NotValidException;
import dev.outwork.api.Texts;
import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Deploys: refuses models that cannot be executed, skips unchanged resources, and numbers the
 * versions.
 */
@Collaborator
@Dependent
public class Deployer {
  /** The maximum length of the name of a deployment, a source or a resource, in characters. */
  public static final int MAX_NAME_LENGTH = 255;

  /** The maximum length of a tenant id, in characters. */
  public static final int MAX_TENANT_ID_LENGTH = 64;

  private static final Logger LOG = Logger.getLogger(Deployer.class.getName());

  private final DefinitionStore definitionStore;
  private final CandidateStarterStore candidateStarters;
  private final Clock clock;
  private final Event<ProcessDeployed> deployed;
  private final DefinitionSuspension suspension;

  @Inject
  Deployer(
      DefinitionStore definitionStore,
      CandidateStarterStore candidateStarters,
      Clock clock,
      Event<ProcessDeployed> deployed,
      DefinitionSuspension suspension) {
    this.definitionStore = definitionStore;
    this.candidateStarters = candidateStarters;
    this.clock = clock;
    this.deployed = deployed;
    this.suspension = suspension;
  }

  DeploymentWithDefinitions deploy(DeploymentRequest request, EntityManager entityManager) {
    check(request);
    boolean codeBecomesTopics = codeBecomesTopics(request);
    Map<String, List<ProcessModel>> models = read(request.resources(), codeBecomesTopics);
    DecisionDeployer decisions = new DecisionDeployer(request.resources(), entityManager);
    definitionStore.holdDeployments();

    EarlierDeployments earlier = new EarlierDeployments(entityManager, request);
    List<Resource> needed = needed(request, earlier);
    if (needed.isEmpty()) {
      Optional<DeploymentEntity> newest = earlier.newest();
      return new DeploymentWithDefinitions(newest.orElseThrow().toDeployment());
    }
    DeploymentEntity deployment = new DeploymentEntity(request, codeBecomesTopics, clock.instant());
    return write(deployment, request.activationTime(), needed, models, decisions, entityManager);
  }

  static boolean codeBecomesTopics(DeploymentRequest request) {
    return Optional.ofNullable(request.codeBecomesTopics()).orElseGet(Settings::codeBecomesTopics);
  }

  private static void check(DeploymentRequest request) {
    if (request.resources().isEmpty()) {
      throw new NotValidException("Cannot deploy: the deployment has no resources");
    }
    checkLength("deployment name", request.name(), MAX_NAME_LENGTH);
    checkLength("deployment source", request.source(), MAX_NAME_LENGTH);
    checkLength("tenant id", request.tenantId(), MAX_TENANT_ID_LENGTH);
    Set<String> names = new HashSet<>();
    for (Resource resource : request.resources()) {
      if (resource.name() == null || resource.name().isBlank()) {
        throw new NotValidException("Cannot deploy a resource without a name");
      }
      checkLength("resource name", resource.name(), MAX_NAME_LENGTH);
      if (!names.add(resource.name())) {
        throw new NotValidException(
            "Cannot deploy two resources named '%s'".formatted(resource.name()));
      }
    }
  }

  private static void checkLength(String what, String value, int most) {
    if (value != null && value.length() > most) {
      throw new NotValidException(
          "Cannot deploy with a %s of %d characters: at most %d are allowed"
              .formatted(what, value.length(), most));
    }
  }

  private static Map<String, List<ProcessModel>> read(
      List<Resource> resources, boolean codeBecomesTopics) {
    Map<String, List<ProcessModel>> models = new HashMap<>();
    Map<String, String> resourceOfKey = new HashMap<>();
    for (Resource resource : resources) {
      if (!isProcess(resource.name())) {
        continue;
      }
      List<ProcessModel> processes =
          BpmnReader.read(
              resource.name(),
              resource.content(),
              codeBecomesTopics,
              warning -> log(resource.name(), warning));
      models.put(resource.name(), processes);
      for (ProcessModel process : processes) {
        String other = resourceOfKey.put(process.key(), resource.name());
        if (other != null) {
          throw keyTwice(process.key(), other, resource.name());
        }
      }
    }
    return models;
  }

  private static void log(String resourceName, ParseException.Problem warning) {
    LOG.warning(
        () ->
            "'%s', line %d: %s"
                .formatted(
                    Texts.inOneLine(resourceName),
                    warning.line(),
                    Texts.inOneLine(warning.message())));
  }

  static ParseException keyTwice(String key, String one, String other) {
    String message =
        "Process '%s' is in '%s' and in '%s': a key can be deployed only once in a deployment"
            .formatted(key, one, other);
    return new ParseException(
        other, List.of(new ParseException.Problem(message, 0, 0, List.of(key))), List.of());
  }

  static boolean isProcess(String resourceName) {
    return resourceName.endsWith(".bpmn") || resourceName.endsWith(".bpmn20.xml");
  }

  private static List<Resource> needed(DeploymentRequest request, EarlierDeployments earlier) {
    if (!request.enableDuplicateFiltering() && !request.deployChangedOnly()) {
      return request.resources();
    }
    List<Resource> changed =
        request.resources().stream().filter(resource -> !earlier.has(resource)).toList();
    return request.deployChangedOnly() || changed.isEmpty() ? changed : request.resources();
  }

  private DeploymentWithDefinitions write(
      DeploymentEntity deployment,
      Instant activationTime,
      List<Resource> resources,
      Map<String, List<ProcessModel>> models,
      DecisionDeployer decisions,
      EntityManager entityManager) {
    String tenantId = deployment.toDeployment().tenantId();
    List<Object> entities = new ArrayList<>(List.of(deployment));
    List<ProcessDeployed> processes = new ArrayList<>();
    for (Resource resource : resources) {
      entities.add(new DeploymentResourceEntity(deployment.id(), resource));
      for (ProcessModel model : models.getOrDefault(resource.name(), List.of())) {
        int version = latestVersion(model.key(), tenantId, entityManager) + 1;
        ProcessDefinitionEntity definition =
            new ProcessDefinitionEntity(
                model, version, deployment, resource.name(), activationTime != null);
        entities.add(definition);
        processes.add(new ProcessDeployed(definition.toProcessDefinition(), model));
      }
      entities.addAll(decisions.entities(resource, deployment));
    }
    Entities.insert(entityManager, entities);
    processes.forEach(
        process -> candidateStarters.insert(process.definition().id(), process.model().info()));
    processes.forEach(deployed::fire);
    List<ProcessDefinition> definitions =
        processes.stream().map(ProcessDeployed::definition).toList();
    if (activationTime != null) {
      definitions.forEach(definition -> suspension.plan(definition, false, false, activationTime));
    }
    LOG.info(
        () ->
            "Deployed %s with %s"
                .formatted(
                    deployment.id(),
                    Stream.concat(
                            definitions.stream().map(ProcessDefinition::id),
                            decisions.definitions().stream().map(DecisionDefinition::id))
                        .toList()));
    return new DeploymentWithDefinitions(
        deployment.toDeployment(),
        definitions,
        decisions.definitions(),
        decisions.requirements(),
        codeTopics(processes));
  }

  private static List<ProcessDefinitionTopic> codeTopics(List<ProcessDeployed> processes) {
    return processes.stream()
        .flatMap(process -> Topics.of(process.definition().id(), process.model()).stream())
        .filter(topic -> topic.code() != null)
        .toList();
  }

  private static int latestVersion(String key, String tenantId, EntityManager entityManager) {
    return entityManager
        .createQuery(
            "select coalesce(max(d.version), 0) from ProcessDefinitionEntity d"
                + " where d.key = :key and coalesce(d.tenantId, '') = :tenantId",
            Integer.class)
        .setParameter("key", key)
        .setParameter("tenantId", tenantId == null ? "" : tenantId)
        .getSingleResult();
  }
}
