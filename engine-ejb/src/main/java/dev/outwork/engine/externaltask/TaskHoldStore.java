package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Takes hold of many tasks at a time: first of the roots of their instances' trees, then of the
 * tasks, both in the order of their ids, so that two who do so wait for each other one way round
 * only.
 */
@ApplicationScoped
public class TaskHoldStore {
  // Where a task stands never changes, so this may be read before anything is held.
  private static final String PLACES =
      """
      select t.id,
             i.root_id,
             i.super_id,
             i.super_activity_id
        from external_task t
        join process_instance i
          on i.id = t.process_instance_id
       where t.id in (<ids>)
      """;

  private static final String HOLD_ROOTS =
      """
      select r.id
        from process_instance r
       where r.id in (<ids>)
       order by r.id
         for update
      """;

  private static final String HOLD_TASKS =
      """
      select %s
        from external_task t
       where t.id in (<ids>)
       order by t.id
         for update
      """
          .formatted(ExternalTaskStore.COLUMNS);

  private final Sql sql;

  /** Where a task stands, in the words of {@link HeldTask}. */
  public record Place(String id, String rootId, String superId, String superActivityId) {
    HeldTask with(TaskRow task) {
      return new HeldTask(task, rootId, superId, superActivityId);
    }
  }

  /** For the container's proxy. */
  protected TaskHoldStore() {
    this(null);
  }

  @Inject
  TaskHoldStore(Sql sql) {
    this.sql = sql;
  }

  /** Takes hold of those of these tasks that exist; each stands under its id. */
  Map<String, HeldTask> hold(Collection<String> ids) {
    Map<String, Place> places =
        ask(PLACES, ids, Place.class).stream()
            .collect(Collectors.toMap(Place::id, Function.identity()));
    TreeSet<String> roots =
        places.values().stream().map(Place::rootId).collect(Collectors.toCollection(TreeSet::new));
    Portions.of(List.copyOf(roots)).forEach(this::holdRoots);
    return tasks(places);
  }

  /** Tasks that are held, as they are by now; one that has been taken away is missing. */
  Map<String, HeldTask> again(Collection<HeldTask> held) {
    return tasks(
        held.stream()
            .map(HeldTask::place)
            .collect(Collectors.toMap(Place::id, Function.identity())));
  }

  private Map<String, HeldTask> tasks(Map<String, Place> places) {
    return ask(HOLD_TASKS, new TreeSet<>(places.keySet()), TaskRow.class).stream()
        .collect(Collectors.toMap(TaskRow::id, task -> places.get(task.id()).with(task)));
  }

  private void holdRoots(List<String> ids) {
    sql.tell(
        handle -> handle.createQuery(HOLD_ROOTS).bindList("ids", ids).mapTo(String.class).list());
  }

  private <T> List<T> ask(String statement, Collection<String> ids, Class<T> type) {
    return Portions.of(List.copyOf(ids)).stream()
        .flatMap(some -> ask(statement, some, type).stream())
        .toList();
  }

  private <T> List<T> ask(String statement, List<String> ids, Class<T> type) {
    return sql.ask(
        handle ->
            handle
                .createQuery(statement)
                .bindList("ids", ids)
                .map(ConstructorMapper.of(type))
                .list());
  }
}
