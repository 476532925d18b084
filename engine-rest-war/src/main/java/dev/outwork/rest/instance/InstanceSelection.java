package dev.outwork.rest.instance;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.history.HistoricProcessInstanceLists;
import dev.outwork.rest.wire.WireException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the instances that one command for many is about. */
@ApplicationScoped
public class InstanceSelection {
  @Inject private RuntimeService runtime;
  @Inject private HistoryService history;

  /** Of a definition maybe none; of a group at least one. */
  Set<String> ids(InstancesSuspensionDto selectors) {
    selectors.check();
    if (selectors.isOfDefinition()) {
      return running(ofDefinition(selectors));
    }
    Set<String> ids = new LinkedHashSet<>();
    if (selectors.processInstanceIds() != null) {
      ids.addAll(selectors.processInstanceIds());
    }
    if (selectors.processInstanceQuery() != null) {
      ids.addAll(running(ProcessInstanceLists.READER.read(selectors.processInstanceQuery())));
    }
    if (selectors.historicProcessInstanceQuery() != null) {
      history
          .processInstances(
              HistoricProcessInstanceLists.READER.read(selectors.historicProcessInstanceQuery()))
          .stream()
          .map(HistoricProcessInstance::id)
          .forEach(ids::add);
    }
    if (ids.isEmpty()) {
      throw WireException.invalidRequest("No process instance ids given");
    }
    return ids;
  }

  private static ListQuery<ProcessInstanceFilter, ProcessInstanceSort> ofDefinition(
      InstancesSuspensionDto selectors) {
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> all = ListQuery.all();
    if (selectors.processDefinitionId() != null) {
      return all.with(ProcessInstanceFilter.PROCESS_DEFINITION_ID, selectors.processDefinitionId());
    }
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> ofKey =
        all.with(ProcessInstanceFilter.PROCESS_DEFINITION_KEY, selectors.processDefinitionKey());
    if (selectors.processDefinitionTenantId() != null) {
      return ofKey.with(
          ProcessInstanceFilter.TENANT_ID_IN, List.of(selectors.processDefinitionTenantId()));
    }
    return ofKey.with(
        ProcessInstanceFilter.PROCESS_DEFINITION_WITHOUT_TENANT_ID,
        selectors.processDefinitionWithoutTenantId());
  }

  private Set<String> running(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    Set<String> ids = new LinkedHashSet<>();
    runtime.processInstances(query).stream().map(ProcessInstance::id).forEach(ids::add);
    return ids;
  }
}
