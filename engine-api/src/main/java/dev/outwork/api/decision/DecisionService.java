package dev.outwork.api.decision;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists deployed decisions and evaluates them. */
public interface DecisionService {
  List<DecisionDefinition> decisionDefinitions(
      ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query);

  long countDecisionDefinitions(ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query);

  Optional<DecisionDefinition> decisionDefinition(String id);

  /**
   * The latest version of a key.
   *
   * @param tenantId null for the definition without tenant
   */
  Optional<DecisionDefinition> latestDecisionDefinition(String key, String tenantId);

  /** The DMN document of a definition. */
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
   * Sets how many days the evaluations of a decision stay in history.
   *
   * @param days null for an unlimited time
   * @throws NotFoundException if there is no such definition
   * @throws BadUserRequestException if {@code days} is negative
   */
  void updateHistoryTimeToLive(String decisionDefinitionId, Integer days);

  /**
   * Evaluates a decision and records the evaluation in history.
   *
   * @return one result for each rule that the hit policy selects, each with its outputs by name;
   *     one result for a literal expression
   * @throws NotFoundException if there is no such definition
   * @throws dev.outwork.api.ProcessEngineException if the decision cannot be evaluated with these
   *     variables
   */
  List<Map<String, DecisionResultEntry>> evaluate(
      String decisionDefinitionId, Map<String, TypedValue> variables);
}
