package dev.outwork.rest.externaltask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.instance.InstanceSelection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Selects the tasks of a bulk operation: the union of its selectors. */
@ApplicationScoped
public class TaskSelection {
  // Number of process instances in one statement.
  private static final int AT_ONCE = 1_000;

  @Inject private ExternalTaskService tasks;
  @Inject private InstanceSelection instances;

  Set<String> ids(SetRetriesDto selectors) {
    Set<String> ids =
        new LinkedHashSet<>(
            InstanceSelection.withoutNull(
                "External task id cannot be null: externalTaskIds", selectors.externalTaskIds()));
    if (selectors.externalTaskQuery() != null) {
      addTasks(ExternalTaskLists.READER.read(selectors.externalTaskQuery()), ids);
    }
    addTasksOf(
        List.copyOf(
            instances.ids(
                "processInstanceIds",
                selectors.processInstanceIds(),
                selectors.processInstanceQuery(),
                selectors.historicProcessInstanceQuery())),
        ids);
    if (ids.isEmpty()) {
      throw RestException.invalidRequest("externalTaskIds is empty");
    }
    if (ids.size() > Batch.MOST_ELEMENTS) {
      throw RestException.invalidRequest(
          "Cannot set the retries of more than %d external tasks at once: use a batch"
              .formatted(Batch.MOST_ELEMENTS));
    }
    return ids;
  }

  private void addTasksOf(List<String> instanceIds, Set<String> ids) {
    for (int from = 0; from < instanceIds.size(); from += AT_ONCE) {
      List<String> some = instanceIds.subList(from, Math.min(instanceIds.size(), from + AT_ONCE));
      addTasks(
          ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
              .with(ExternalTaskFilter.PROCESS_INSTANCE_ID_IN, List.copyOf(some)),
          ids);
    }
  }

  private void addTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query, Set<String> ids) {
    ids.addAll(tasks.externalTaskIds(query.page(0, Batch.MOST_ELEMENTS + 1)));
  }
}
