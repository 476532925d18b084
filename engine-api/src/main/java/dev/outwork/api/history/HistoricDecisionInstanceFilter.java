package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of evaluated decisions. */
public enum HistoricDecisionInstanceFilter implements Filter {
  DECISION_INSTANCE_ID("decisionInstanceId", STRING),
  DECISION_INSTANCE_ID_IN("decisionInstanceIdIn", STRINGS),
  DECISION_DEFINITION_ID("decisionDefinitionId", STRING),
  DECISION_DEFINITION_ID_IN("decisionDefinitionIdIn", STRINGS),
  DECISION_DEFINITION_KEY("decisionDefinitionKey", STRING),
  DECISION_DEFINITION_KEY_IN("decisionDefinitionKeyIn", STRINGS),
  DECISION_DEFINITION_NAME("decisionDefinitionName", STRING),
  DECISION_DEFINITION_NAME_LIKE("decisionDefinitionNameLike", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  CASE_DEFINITION_ID("caseDefinitionId", STRING),
  CASE_DEFINITION_KEY("caseDefinitionKey", STRING),
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  ACTIVITY_ID_IN("activityIdIn", STRINGS),
  ACTIVITY_INSTANCE_ID_IN("activityInstanceIdIn", STRINGS),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  EVALUATED_BEFORE("evaluatedBefore", DATE),
  EVALUATED_AFTER("evaluatedAfter", DATE),
  USER_ID("userId", STRING),
  ROOT_DECISION_INSTANCE_ID("rootDecisionInstanceId", STRING),
  ROOT_DECISION_INSTANCES_ONLY("rootDecisionInstancesOnly", FLAG),
  DECISION_REQUIREMENTS_DEFINITION_ID("decisionRequirementsDefinitionId", STRING),
  DECISION_REQUIREMENTS_DEFINITION_KEY("decisionRequirementsDefinitionKey", STRING);

  private final String parameter;
  private final Kind kind;

  HistoricDecisionInstanceFilter(String parameter, Kind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
