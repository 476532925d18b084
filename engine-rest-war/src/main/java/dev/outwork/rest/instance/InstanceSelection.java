package dev.outwork.rest.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.history.HistoricProcessInstanceLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Selects the process instances of a bulk operation: the union of its selectors. Queries read at
 * most one element more than a batch may have; the batch is then refused.
 */
@ApplicationScoped
public class InstanceSelection {
  private static final int MOST = Batch.MOST_ELEMENTS + 1;

  @Inject private RuntimeService runtime;
  @Inject private HistoryService history;

  /**
   * @param property name of the list in the request
   * @param listed null for none, as the queries
   */
  public Set<String> ids(
      String property, List<String> listed, ObjectNode running, ObjectNode historic) {
    Set<String> ids = new LinkedHashSet<>(withoutNull(property, listed));
    if (running != null) {
      ids.addAll(
          runtime.processInstanceIds(ProcessInstanceLists.READER.read(running).page(0, MOST)));
    }
    if (historic != null) {
      ids.addAll(
          history.processInstanceIds(
              HistoricProcessInstanceLists.READER.read(historic).page(0, MOST)));
    }
    return ids;
  }

  /** The listed ids, possibly none. */
  public static List<String> withoutNull(String property, List<String> listed) {
    List<String> ids = listed == null ? List.of() : listed;
    if (ids.stream().anyMatch(id -> id == null)) {
      throw RestException.invalidRequest(property + " contains null value");
    }
    return ids;
  }
}
