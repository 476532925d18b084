package dev.outwork.engine.decision;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionDefinitionFilter;
import dev.outwork.api.decision.DecisionDefinitionSort;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinitionFilter;
import dev.outwork.api.decision.DecisionRequirementsDefinitionSort;
import dev.outwork.api.decision.DecisionResultEntry;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.decision.DecisionRecord.Caller;
import dev.outwork.engine.deployment.DecisionDefinitionList;
import dev.outwork.engine.deployment.DecisionModels;
import dev.outwork.engine.deployment.DecisionModels.DeployedDecision;
import dev.outwork.engine.deployment.DecisionRequirementsList;
import dev.outwork.engine.deployment.DecisionStore;
import dev.outwork.engine.dmn.DecisionException;
import dev.outwork.engine.dmn.Evaluation;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.DecisionRights;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.variable.Values;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The boundary of decisions. */
@Stateless
@TellsOutages
@Local(DecisionService.class)
public class Decisions implements DecisionService {
  private static final Set<DecisionDefinitionFilter> NOT_WITH_LATEST =
      Set.of(
          DecisionDefinitionFilter.DECISION_DEFINITION_ID,
          DecisionDefinitionFilter.NAME,
          DecisionDefinitionFilter.NAME_LIKE,
          DecisionDefinitionFilter.VERSION,
          DecisionDefinitionFilter.DEPLOYMENT_ID);

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private DecisionStore definitions;
  @Inject private DecisionModels models;
  @Inject private DecisionRequirements requirements;
  @Inject private DecisionInstanceStore instances;
  @Inject private OperationLog log;
  @Inject private Clock clock;

  @Override
  public List<DecisionDefinition> decisionDefinitions(
      ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query) {
    return list(query, rights()).definitions();
  }

  @Override
  public long countDecisionDefinitions(
      ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query) {
    return list(query, rights()).count();
  }

  private DecisionDefinitionList list(
      ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query, DecisionRights rights) {
    LatestVersions.check(query, DecisionDefinitionFilter.LATEST_VERSION, NOT_WITH_LATEST);
    DecisionDefinitionList list = new DecisionDefinitionList(entityManager, query);
    list.seenBy(where -> rights.see(where, "key"));
    return list;
  }

  @Override
  public Optional<DecisionDefinition> decisionDefinition(String id) {
    DecisionRights rights = rights();
    return definitions.find(id).filter(found -> rights.showDefinition(found.key()));
  }

  @Override
  public Optional<DecisionDefinition> latestDecisionDefinition(String key, String tenantId) {
    DecisionRights rights = rights();
    return definitions.latest(key, tenantId).filter(found -> rights.showDefinition(key));
  }

  @Override
  public Optional<String> decisionModel(String decisionDefinitionId) {
    DecisionRights rights = rights();
    if (!rights.areAll() && !isPermitted(decisionDefinitionId, rights, Verb.READ)) {
      return Optional.empty();
    }
    return definitions
        .document(decisionDefinitionId)
        .map(document -> new String(document, StandardCharsets.UTF_8));
  }

  @Override
  public List<DecisionRequirementsDefinition> decisionRequirementsDefinitions(
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query) {
    return requirementsList(query, rights()).definitions();
  }

  @Override
  public long countDecisionRequirementsDefinitions(
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query) {
    return requirementsList(query, rights()).count();
  }

  private DecisionRequirementsList requirementsList(
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query,
      DecisionRights rights) {
    DecisionRequirementsList list = requirements.list(entityManager, query);
    list.seenBy(where -> rights.see(where, "key"));
    return list;
  }

  @Override
  public Optional<DecisionRequirementsDefinition> decisionRequirementsDefinition(String id) {
    return visibleRequirements(id, rights());
  }

  @Override
  public Optional<DecisionRequirementsDefinition> latestDecisionRequirementsDefinition(
      String key, String tenantId) {
    DecisionRights rights = rights();
    return requirements
        .latest(entityManager, key, tenantId)
        .filter(found -> rights.permit(Verb.READ, key));
  }

  private Optional<DecisionRequirementsDefinition> visibleRequirements(
      String id, DecisionRights rights) {
    return requirements
        .find(entityManager, id)
        .filter(found -> rights.permit(Verb.READ, found.key()));
  }

  @Override
  public Optional<String> decisionRequirementsModel(String id) {
    return visibleRequirements(id, rights()).flatMap(requirements::model);
  }

  @Override
  public void updateHistoryTimeToLive(String decisionDefinitionId, Integer days) {
    DecisionRights rights = rights();
    if (days != null && days < 0) {
      throw new BadUserRequestException("historyTimeToLive is not greater than or equal to 0");
    }
    DecisionDefinition before =
        definitions
            .find(decisionDefinitionId)
            .filter(found -> rights.permit(Verb.OPERATE, found.key()))
            .orElseThrow(() -> DecisionStore.missing(decisionDefinitionId));
    if (!definitions.setHistoryTimeToLive(decisionDefinitionId, days)) {
      throw DecisionStore.missing(decisionDefinitionId);
    }
    log.add(
        of("UpdateHistoryTimeToLive", before)
            .change("historyTimeToLive", before.historyTimeToLive(), days));
  }

  @Override
  public List<Map<String, DecisionResultEntry>> evaluate(
      String decisionDefinitionId, Map<String, TypedValue> variables) {
    DecisionRights rights = rights();
    DecisionDefinition definition = definitions.existing(decisionDefinitionId);
    if (!rights.permit(Verb.OPERATE, definition.key())) {
      throw DecisionStore.missing(decisionDefinitionId);
    }
    DeployedDecision decision = models.of(definition);
    Evaluation evaluation = evaluate(decision, variables);
    instances.insert(
        DecisionRecords.of(
            decision,
            evaluation,
            Caller.client(decision.definition().tenantId(), AuthenticatedUser.name().orElse(null)),
            clock.instant()));
    log.add(of("Evaluate", decision.definition()));
    return evaluation.results().stream().map(Decisions::entries).toList();
  }

  private DecisionRights rights() {
    return new DecisionRights(grants.ofCaller());
  }

  private boolean isPermitted(String id, DecisionRights rights, Verb verb) {
    return definitions.find(id).filter(found -> rights.permit(verb, found.key())).isPresent();
  }

  private static Operation of(String type, DecisionDefinition decision) {
    return Operation.of(Kind.DECISION_DEFINITION, type)
        .on(Subject.DEPLOYMENT, decision.deploymentId())
        .on(Subject.TENANT, decision.tenantId())
        .change("decisionDefinitionId", null, decision.id())
        .change("decisionDefinitionKey", null, decision.key());
  }

  private static Evaluation evaluate(DeployedDecision decision, Map<String, TypedValue> variables) {
    try {
      return decision.model().evaluate(Values.names(variables));
    } catch (DecisionException e) {
      throw new ProcessEngineException(
          "Cannot evaluate decision %s: %s".formatted(decision.definition().id(), e.getMessage()),
          e);
    }
  }

  private static Map<String, DecisionResultEntry> entries(Map<String, Evaluation.Value> result) {
    Map<String, DecisionResultEntry> entries = new LinkedHashMap<>();
    result.forEach(
        (name, value) -> entries.put(name, new DecisionResultEntry(value.plain(), value.typed())));
    return entries;
  }
}
