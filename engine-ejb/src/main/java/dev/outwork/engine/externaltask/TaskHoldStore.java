package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes hold of many tasks at a time: first of the roots of their instances' trees, then of the
 * tasks, both in the order of their ids, so that two who do so wait for each other one way round
 * only.
 */
@ApplicationScoped
public class TaskHoldStore {
  // Where a task stands never changes, so this may be read before anything is held.
  private static final Statement PLACES =
      Statement.of(
          """
          select t.id,
                 i.root_id,
                 i.super_id,
                 i.super_activity_id
            from external_task t
            join process_instance i
              on i.id = t.process_instance_id
           where t.id in (:ids)
          """);

  private static final Statement HOLD_ROOTS =
      Statement.of(
          """
          select r.id
            from process_instance r
           where r.id in (:ids)
           order by r.id
             for update
          """);

  private static final Statement HOLD_TASKS =
      Statement.of(
          """
          select %s
            from external_task t
           where t.id in (:ids)
           order by t.id
             for update
          """
              .formatted(TaskRow.COLUMNS));

  private final Sql sql;

  /** Where a task stands, in the words of {@link HeldTask}. */
  public record Place(String id, String rootId, String superId, String superActivityId) {
    private static Place read(Row row) {
      return new Place(
          row.text("id"), row.text("root_id"), row.text("super_id"), row.text("super_activity_id"));
    }

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
        sql.rowsOf(PLACES, ids, Place::read).stream()
            .collect(Collectors.toMap(Place::id, Function.identity()));
    TreeSet<String> roots =
        places.values().stream().map(Place::rootId).collect(Collectors.toCollection(TreeSet::new));
    sql.rowsOf(HOLD_ROOTS, roots, row -> row.text("id"));
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
    return sql.rowsOf(HOLD_TASKS, new TreeSet<>(places.keySet()), TaskRow::read).stream()
        .collect(Collectors.toMap(TaskRow::id, task -> places.get(task.id()).with(task)));
  }
}
