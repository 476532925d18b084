package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.history.HistoricProcessInstanceLists;
import dev.outwork.rest.instance.ProcessInstanceLists;
import dev.outwork.rest.wire.WireException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the tasks that one command for many is about: whatever any of its selectors names. */
@ApplicationScoped
public class TaskSelection {
  @Inject private ExternalTaskService tasks;
  @Inject private RuntimeService runtime;
  @Inject private HistoryService history;

  Set<String> ids(SetRetriesDto selectors) {
    Set<String> ids = new LinkedHashSet<>(listed("externalTaskIds", selectors.externalTaskIds()));
    if (selectors.externalTaskQuery() != null) {
      addTasks(ExternalTaskLists.READER.read(selectors.externalTaskQuery()), ids);
    }
    List<String> instanceIds =
        new ArrayList<>(listed("processInstanceIds", selectors.processInstanceIds()));
    instanceIds.addAll(running(selectors.processInstanceQuery()));
    instanceIds.addAll(runningOrEnded(selectors.historicProcessInstanceQuery()));
    // An empty list would restrict nothing.
    if (!instanceIds.isEmpty()) {
      addTasks(
          ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
              .with(ExternalTaskFilter.PROCESS_INSTANCE_ID_IN, List.copyOf(instanceIds)),
          ids);
    }
    if (ids.isEmpty()) {
      throw WireException.invalidRequest("externalTaskIds is empty");
    }
    return ids;
  }

  private void addTasks(ListQuery<ExternalTaskFilter, ExternalTaskSort> query, Set<String> ids) {
    tasks.externalTasks(query).stream().map(ExternalTask::id).forEach(ids::add);
  }

  private List<String> running(ObjectNode query) {
    return query == null
        ? List.of()
        : runtime.processInstances(ProcessInstanceLists.READER.read(query)).stream()
            .map(ProcessInstance::id)
            .toList();
  }

  private List<String> runningOrEnded(ObjectNode query) {
    return query == null
        ? List.of()
        : history.processInstances(HistoricProcessInstanceLists.READER.read(query)).stream()
            .map(HistoricProcessInstance::id)
            .toList();
  }

  private static List<String> listed(String property, List<String> sent) {
    List<String> ids = sent == null ? List.of() : sent;
    if (ids.stream().anyMatch(id -> id == null)) {
      throw WireException.invalidRequest("Property '%s' contains null".formatted(property));
    }
    return ids;
  }
}
