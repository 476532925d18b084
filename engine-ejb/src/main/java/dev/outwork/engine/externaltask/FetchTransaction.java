package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.tally.WorkerSightings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The transaction of fetches. The topics that a caller may not fetch are no longer in its request:
 * it may run on the thread of another caller.
 */
@Stateless
@TellsOutages
public class FetchTransaction {
  @Inject private Fetch fetch;
  @Inject private Sql sql;
  @Inject private WorkerSightings sightings;

  /** What makes fetches alike, so that one claim serves all of them. */
  private record Kind(Set<String> topics, boolean usePriority, CreateTimeOrder order) {
    static Kind of(FetchAndLock request) {
      return new Kind(
          Set.copyOf(request.topicsByName().keySet()),
          request.usePriority(),
          request.createTimeOrder());
    }
  }

  /** The tasks of one request. */
  public List<LockedExternalTask> fetch(FetchAndLock request) {
    sightings.polled(request);
    return request.maxTasks() == 0 || request.topics().isEmpty() ? List.of() : fetch.fetch(request);
  }

  /** Whether fetches can share a claim at all: on H2 a claim waits for rows that others lock. */
  public boolean canShare() {
    return sql.dialect() == Dialect.POSTGRESQL;
  }

  /**
   * The tasks of each of these requests, in their order; those who ask alike share one claim. Empty
   * for a request with filters, which may let a claim look at many rows.
   */
  public List<Optional<List<LockedExternalTask>>> fetch(List<FetchAndLock> requests) {
    List<Optional<List<LockedExternalTask>>> all =
        new ArrayList<>(Collections.nCopies(requests.size(), Optional.empty()));
    Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      if (takesAnyTask(requests.get(i))) {
        kinds.computeIfAbsent(Kind.of(requests.get(i)), any -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> alike : kinds.values()) {
      List<FetchAndLock> together = alike.stream().map(requests::get).toList();
      together.forEach(sightings::polled);
      List<List<LockedExternalTask>> tasks = fetch.fetch(together);
      for (int i = 0; i < alike.size(); i++) {
        all.set(alike.get(i), Optional.of(tasks.get(i)));
      }
    }
    return all;
  }

  private static boolean takesAnyTask(FetchAndLock request) {
    return request.maxTasks() > 0
        && !request.topics().isEmpty()
        && request.topics().stream().allMatch(Topic::takesAnyTask);
  }
}
