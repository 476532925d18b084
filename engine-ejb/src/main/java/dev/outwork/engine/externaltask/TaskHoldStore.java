package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sizes;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.ActivityStore;
import dev.outwork.engine.instance.ActivityStore.UnderWay;
import dev.outwork.engine.instance.InstanceStore;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.instance.ReadTogether;
import dev.outwork.engine.token.Instance.Hierarchy;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.VariableStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Locks external tasks until the transaction ends: first the root process instances, then the
 * tasks, both in the order of their ids, so that concurrent bulk operations cannot deadlock.
 */
@Collaborator
@Dependent
public class TaskHoldStore {
  // Locks both rows at once, first that of the root process instance.
  private static final Statement HOLD =
      Statement.of(
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
           where t.id = :id
             for update of r, t
          """
              .formatted(TaskRow.COLUMNS));

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

  private static final Function<Object, Question<UnderWay>> UNDER_WAY =
      ActivityStore.underWay("select t.process_instance_id from external_task t where t.id = :id");

  private static final Function<Object, Question<StoredVariable>> VARIABLES =
      VariableStore.ofScopes(
          "select %s from external_task t where t.id = :id".formatted(TaskRow.SCOPE_IDS));

  private static final Statement HOLD_FREE_ROOTS =
      Statement.of(
          """
          select r.id
            from process_instance r
           where r.id in (select i.root_id
                            from external_task t
                            join process_instance i
                              on i.id = t.process_instance_id
                           where t.id in (:ids))
           order by r.id
             for update skip locked
          """);

  private static final Statement HOLD_FREE_TASKS =
      Statement.of(
          """
          select %s,
                 i.root_id,
                 i.super_id,
                 i.super_activity_id
            from external_task t
            join process_instance i
              on i.id = t.process_instance_id
           where t.id in (:ids)
           order by t.id
             for update of t skip locked
          """
              .formatted(TaskRow.COLUMNS));

  private static final Function<Object, Question<UnderWay>> ALL_UNDER_WAY =
      ActivityStore.underWay(
          "select t.process_instance_id from external_task t where t.id in (:id)");

  private static final Function<Object, Question<StoredVariable>> ALL_VARIABLES =
      VariableStore.ofScopes(
          "select string_agg(%s, ' ') from external_task t where t.id in (:id)"
              .formatted(TaskRow.SCOPE_IDS));

  private final Sql sql;
  private final Journeys journeys;

  private record Place(String taskId, Hierarchy hierarchy) {
    private static Place read(Row row) {
      return new Place(row.text("id"), InstanceStore.hierarchyOf(row));
    }

    String rootId() {
      return hierarchy.rootId();
    }

    HeldTask of(TaskRow task, ReadTogether known) {
      return new HeldTask(task, hierarchy, known);
    }
  }

  @Inject
  TaskHoldStore(Sql sql, Journeys journeys) {
    this.sql = sql;
    this.journeys = journeys;
  }

  /** Locks a task and its root process instance; empty if there is no such task. */
  Optional<HeldTask> hold(String id) {
    // H2 cannot lock the rows of a join.
    return sql.dialect() == Dialect.POSTGRESQL
        ? sql.row(HOLD.with("id", id), this::heldTask)
        : Optional.ofNullable(hold(List.of(id)).get(id));
  }

  /**
   * The same for a task that ends, so that a journey continues from it. On PostgreSQL the data of
   * the journey is read in the same round trip, because a round trip costs more than reading it;
   * later statements of the round trip see the changes that the first one has waited for.
   */
  Optional<HeldTask> holdForJourney(String id) {
    if (sql.dialect() != Dialect.POSTGRESQL) {
      return hold(id);
    }
    Question<HeldTask> task = new Question<>(HOLD.with("id", id), this::heldTask);
    Question<UnderWay> underWay = UNDER_WAY.apply(id);
    Question<StoredVariable> variables = VARIABLES.apply(id);
    sql.ask(task, underWay, variables);
    task.row().ifPresent(held -> held.known().know(underWay.rows(), variables.rows()));
    return task.row();
  }

  /**
   * Locks those of these tasks that exist and are free, so that a journey continues from each;
   * returns them by id. On PostgreSQL it waits for nobody, and reads the data of all journeys in
   * the same round trip.
   */
  Map<String, HeldTask> holdFreeForJourneys(Collection<String> ids) {
    if (sql.dialect() != Dialect.POSTGRESQL) {
      return hold(ids);
    }
    List<String> all = Sizes.filled(ids);
    Question<String> roots =
        new Question<>(HOLD_FREE_ROOTS.with("ids", all), row -> row.text("id"));
    Question<HeldTask> tasks = new Question<>(HOLD_FREE_TASKS.with("ids", all), this::heldTask);
    Question<UnderWay> underWay = ALL_UNDER_WAY.apply(all);
    Question<StoredVariable> variables = ALL_VARIABLES.apply(all);
    sql.ask(roots, tasks, underWay, variables);
    Set<String> free = Set.copyOf(roots.rows());
    List<HeldTask> held =
        tasks.rows().stream().filter(task -> free.contains(task.rootId())).toList();
    ReadTogether known = known(held.stream().map(HeldTask::task).toList());
    known.know(underWay.rows(), variables.rows());
    return byId(held.stream().map(task -> task.asOf(task.task(), known)));
  }

  private HeldTask heldTask(Row row) {
    TaskRow task = TaskRow.read(row);
    return Place.read(row).of(task, known(List.of(task)));
  }

  /** Locks those of these tasks that exist; returns them by id. */
  Map<String, HeldTask> hold(Collection<String> ids) {
    Map<String, Place> places =
        sql.rowsOf(PLACES, ids, Place::read).stream()
            .collect(Collectors.toMap(Place::taskId, Function.identity()));
    TreeSet<String> roots =
        places.values().stream().map(Place::rootId).collect(Collectors.toCollection(TreeSet::new));
    sql.rowsOf(HOLD_ROOTS, roots, row -> row.text("id"));
    List<TaskRow> tasks = tasks(places.keySet());
    ReadTogether known = known(tasks);
    return byId(tasks.stream().map(task -> places.get(task.id()).of(task, known)));
  }

  /** The current rows of locked tasks; deleted ones are missing. */
  Map<String, HeldTask> again(Map<String, HeldTask> held) {
    List<TaskRow> tasks = tasks(held.keySet());
    ReadTogether known = known(tasks);
    return byId(tasks.stream().map(task -> held.get(task.id()).asOf(task, known)));
  }

  private List<TaskRow> tasks(Collection<String> ids) {
    return sql.rowsOf(HOLD_TASKS, new TreeSet<>(ids), TaskRow::read);
  }

  private static Map<String, HeldTask> byId(Stream<HeldTask> held) {
    return held.collect(Collectors.toMap(each -> each.task().id(), Function.identity()));
  }

  /** The data for journeys of these tasks; it is read for all when one of them needs it. */
  private ReadTogether known(List<TaskRow> tasks) {
    return journeys.readTogether(
        tasks.stream().map(TaskRow::processInstanceId).toList(),
        tasks.stream().flatMap(task -> task.scopes().stream()).toList());
  }
}
