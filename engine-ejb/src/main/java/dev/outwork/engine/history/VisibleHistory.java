package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricDecisionInstance;
import dev.outwork.api.history.HistoricDecisionInstanceFilter;
import dev.outwork.api.history.HistoricDecisionInstanceSort;
import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.decision.DecisionInstanceEntity;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Thing;
import dev.outwork.engine.right.Verb;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The history that a caller may see: that of the processes that it may read, what happened to the
 * external tasks of topics that it may read, and how decisions that it may read were made.
 */
record VisibleHistory(EntityManager entityManager, Rights rights) {
  private static final String KEY = "definitionKey";
  private static final String KEY_OF_INSTANCE = "instance.definitionKey";

  boolean isAll() {
    return rights.areAll();
  }

  ProcessRights processes() {
    return new ProcessRights(rights);
  }

  Listing<ProcessInstanceEntity, HistoricProcessInstanceFilter, HistoricProcessInstanceSort>
      instances(ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    return processes().limit(new HistoricProcessInstanceList(entityManager, query), KEY);
  }

  Listing<ActivityInstanceEntity, HistoricActivityInstanceFilter, HistoricActivityInstanceSort>
      activities(
          ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query,
          ActivityNames names) {
    return processes()
        .limit(new HistoricActivityInstanceList(entityManager, query, names), KEY_OF_INSTANCE);
  }

  Listing<HistoricVariableEntity, HistoricVariableInstanceFilter, HistoricVariableInstanceSort>
      variables(ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query) {
    return new HistoricVariableInstanceList(entityManager, query)
        .seenBy(where -> processes().compare(where, KEY_OF_INSTANCE));
  }

  Listing<IncidentEntity, HistoricIncidentFilter, HistoricIncidentSort> incidents(
      ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query) {
    return processes().limit(new HistoricIncidentList(entityManager, query), KEY);
  }

  Listing<HistoricTaskEntity, HistoricTaskInstanceFilter, HistoricTaskInstanceSort> tasks(
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query) {
    return processes().limit(new HistoricTaskList(entityManager, query), KEY);
  }

  Listing<ExternalTaskLogEntity, ExternalTaskLogFilter, ExternalTaskLogSort> log(
      ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query, ExternalTaskLogStore store) {
    ExternalTaskLogList list = new ExternalTaskLogList(entityManager, query, store);
    return isAll()
        ? list
        : list.seenBy(
            line ->
                List.of(
                    line.build()
                        .or(
                            line.matches("topicName", rights.on(Verb.READ, Thing.TOPIC)),
                            line.matches(KEY_OF_INSTANCE, rights.on(Verb.READ, Thing.PROCESS)))));
  }

  boolean has(ExternalTaskLog line) {
    return hasTask(line.topicName(), line.processDefinitionKey());
  }

  boolean hasTask(String topicName, String processDefinitionKey) {
    return rights.allow(Verb.READ, Thing.TOPIC, topicName)
        || rights.allow(Verb.READ, Thing.PROCESS, processDefinitionKey);
  }

  // Inputs and outputs of decisions are values of variables.
  Listing<DecisionInstanceEntity, HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort>
      decisions(ListQuery<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> query) {
    HistoricDecisionInstanceList list = new HistoricDecisionInstanceList(entityManager, query);
    return isAll()
        ? list
        : list.seenBy(
            decision ->
                List.of(
                    decision
                        .build()
                        .or(
                            decision.matches(KEY, rights.on(Verb.READ, Thing.DECISION)),
                            processes().seeVariables(decision, "processDefinitionKey"))));
  }

  boolean has(HistoricDecisionInstance decision) {
    return rights.allow(Verb.READ, Thing.DECISION, decision.decisionDefinitionKey())
        || rights.showVariablesOf(decision.processDefinitionKey());
  }
}
