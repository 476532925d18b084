package dev.outwork.rest.instance;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.format.RestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Selects the instances to suspend or activate (docs/rest-api.md, "Suspending instances"). */
@ApplicationScoped
public class SuspensionSelection {
  @Inject private RuntimeService runtime;
  @Inject private InstanceSelection instances;

  /** A definition may have no instances; a group must have at least one. */
  Collection<String> ids(InstancesSuspensionDto selectors) {
    selectors.check();
    if (selectors.isOfDefinition()) {
      return runtime.processInstanceIds(ofDefinition(selectors));
    }
    Collection<String> ids =
        instances.ids(
            "processInstanceIds",
            selectors.processInstanceIds(),
            selectors.processInstanceQuery(),
            selectors.historicProcessInstanceQuery());
    if (ids.isEmpty()) {
      throw RestException.invalidRequest("No process instance ids given");
    }
    if (ids.size() > Batch.MOST_ELEMENTS) {
      throw RestException.invalidRequest(
          "Cannot suspend or activate more than %d process instances at once"
              .formatted(Batch.MOST_ELEMENTS));
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
}
