package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.instance.ActivityStore;
import dev.outwork.engine.instance.ActivityStore.UnderWay;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.instance.ReadTogether;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.VariableStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds external tasks until the transaction ends: first the roots of their instances' trees, then
 * the tasks, both in the order of their ids, so that two who do so wait for each other one way
 * round only.
 */
@ApplicationScoped
public class TaskHoldStore {
  // Both rows at once, first that of the root of the instance's tree of calls.
  private static final String HOLD =
      """
      select %s,
             i.root_id,
             i.super_id,
             i.super_activity_id
        from external_task t
        join process_instance i
          on i.id = t.process_instance_id
        join process_instance r
          on r.id = i.root_id
       where t.id = ?
         for update of r, t
      """
          .formatted(ExternalTaskStore.COLUMNS);

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

  private static final Function<String, Question<UnderWay>> UNDER_WAY =
      ActivityStore.underWay("select t.process_instance_id from external_task t where t.id = ?");

  private static final Function<String, Question<StoredVariable>> VARIABLES =
      VariableStore.ofScopes("select t.scope_ids from external_task t where t.id = ?");

  private final Sql sql;
  private final Journeys journeys;

  private record Place(String taskId, String rootId, String superId, String superActivityId) {
    private static Place read(Row row) throws SQLException {
      return new Place(
          row.text("id"), row.text("root_id"), row.text("super_id"), row.text("super_activity_id"));
    }

    HeldTask of(TaskRow task, ReadTogether known) {
      return new HeldTask(task, rootId, superId, superActivityId, known);
    }
  }

  /** For the container's proxy. */
  protected TaskHoldStore() {
    this(null, null);
  }

  @Inject
  TaskHoldStore(Sql sql, Journeys journeys) {
    this.sql = sql;
    this.journeys = journeys;
  }

  /** Holds a task; empty if it does not exist. */
  Optional<HeldTask> hold(String id) {
    // H2 cannot lock the rows of a join.
    return sql.dialect() == Dialect.POSTGRESQL
        ? sql.row(HOLD, this::heldTask, id)
        : Optional.ofNullable(hold(List.of(id)).get(id));
  }

  /**
   * The same for a task that will end, so that a journey goes on from it. On PostgreSQL this reads
   * what the journey needs in the same round trip, which costs more than what most of them read;
   * statements that are sent together see what the first one has waited for.
   */
  Optional<HeldTask> holdForJourney(String id) {
    if (sql.dialect() != Dialect.POSTGRESQL) {
      return hold(id);
    }
    Question<HeldTask> task = new Question<>(HOLD, this::heldTask, id);
    Question<UnderWay> underWay = UNDER_WAY.apply(id);
    Question<StoredVariable> variables = VARIABLES.apply(id);
    sql.ask(task, underWay, variables);
    task.row().ifPresent(held -> held.known().know(underWay.rows(), variables.rows()));
    return task.row();
  }

  private HeldTask heldTask(Row row) throws SQLException {
    TaskRow task = ExternalTaskStore.task(row);
    return Place.read(row).of(task, known(List.of(task)));
  }

  /** Holds those of these tasks that exist; each stands under its id. */
  Map<String, HeldTask> hold(Collection<String> ids) {
    Map<String, Place> places =
        sql.rowsOf(PLACES, Place::read, ids).stream()
            .collect(Collectors.toMap(Place::taskId, Function.identity()));
    TreeSet<String> roots =
        places.values().stream().map(Place::rootId).collect(Collectors.toCollection(TreeSet::new));
    sql.rowsOf(HOLD_ROOTS, row -> row.text("id"), roots);
    List<TaskRow> tasks = tasks(places.keySet());
    ReadTogether known = known(tasks);
    return byId(tasks.stream().map(task -> places.get(task.id()).of(task, known)));
  }

  /** Tasks that are held, as they are by now; one that has been taken away is missing. */
  Map<String, HeldTask> again(Map<String, HeldTask> held) {
    List<TaskRow> tasks = tasks(held.keySet());
    ReadTogether known = known(tasks);
    return byId(tasks.stream().map(task -> held.get(task.id()).asOf(task, known)));
  }

  private List<TaskRow> tasks(Collection<String> ids) {
    return sql.rowsOf(HOLD_TASKS, ExternalTaskStore::task, new TreeSet<>(ids));
  }

  private static Map<String, HeldTask> byId(Stream<HeldTask> held) {
    return held.collect(Collectors.toMap(each -> each.task().id(), Function.identity()));
  }

  /** What journeys from these tasks need; it is read for all when one of them asks. */
  private ReadTogether known(List<TaskRow> tasks) {
    return journeys.readTogether(
        tasks.stream().map(TaskRow::processInstanceId).toList(),
        tasks.stream().flatMap(task -> task.scopes().stream()).toList());
  }
}
