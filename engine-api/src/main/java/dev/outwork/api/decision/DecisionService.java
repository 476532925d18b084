package dev.outwork.api.decision;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers for decisions that are deployed, and evaluates them. */
public interface DecisionService {
  List<DecisionDefinition> decisionDefinitions(
      ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query);

  long countDecisionDefinitions(ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query);

  Optional<DecisionDefinition> decisionDefinition(String id);

  /**
   * The latest version of a key.
   *
   * @param tenantId null for the one that belongs to no tenant
   */
  Optional<DecisionDefinition> latestDecisionDefinition(String key, String tenantId);

  /** The DMN document that a definition was read from. */
  Optional<String> decisionModel(String decisionDefinitionId);

  List<DecisionRequirementsDefinition> decisionRequirementsDefinitions(
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query);

  long countDecisionRequirementsDefinitions(
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query);

  Optional<DecisionRequirementsDefinition> decisionRequirementsDefinition(String id);

  /**
   * The latest version of a key.
   *
   * @param tenantId null for the one that belongs to no tenant
   */
  Optional<DecisionRequirementsDefinition> latestDecisionRequirementsDefinition(
      String key, String tenantId);

  /** The DMN document that is the definition. */
  Optional<String> decisionRequirementsModel(String decisionRequirementsDefinitionId);

  /**
   * Sets for how many days its evaluations are of interest.
   *
   * @param days null for ever
   * @throws NotFoundException if there is no such definition
   * @throws BadUserRequestException if it is negative
   */
  void updateHistoryTimeToLive(String decisionDefinitionId, Integer days);

  /**
   * Evaluates a decision, and keeps what was evaluated in history.
   *
   * @return one result for each rule that the hit policy lets through, each with its outputs by
   *     name; one result for a literal expression
   * @throws NotFoundException if there is no such definition
   * @throws dev.outwork.api.ProcessEngineException if it cannot be evaluated with these variables
   */
  List<Map<String, DecisionResultEntry>> evaluate(
      String decisionDefinitionId, Map<String, TypedValue> variables);
}
