package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.instance.ReadAlong;
import dev.outwork.engine.instance.ReadTogether;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Locks the task of a report, and reads the data for its journey: on PostgreSQL in one round trip,
 * because a round trip costs more than reading the little data.
 */
@ApplicationScoped
class ReportHolds {
  private static final Function<String, ReadAlong> READ_ALONG =
      ReadAlong.by(
          "select t.process_instance_id from external_task t where t.id = :id",
          "select t.scope_ids from external_task t where t.id = :id");

  private final Sql sql;
  private final ExternalTaskStore tasks;
  private final Journeys journeys;

  /** A locked task, and the data for its journey. */
  record Reportable(HeldTask held, ReadTogether known) {
    TaskRow task() {
      return held.task();
    }
  }

  /** Required for the container's proxy. */
  protected ReportHolds() {
    this(null, null, null);
  }

  @Inject
  ReportHolds(Sql sql, ExternalTaskStore tasks, Journeys journeys) {
    this.sql = sql;
    this.tasks = tasks;
    this.journeys = journeys;
  }

  /** Locks a task and its instance; empty if there is no such task. */
  Optional<Reportable> hold(String id) {
    return sql.dialect() == Dialect.POSTGRESQL
        ? holdAndRead(id)
        : tasks.holdWithInstance(id).map(this::reportable);
  }

  private Optional<Reportable> holdAndRead(String id) {
    Question<HeldTask> hold = ExternalTaskStore.holdingWithInstance(id);
    ReadAlong along = READ_ALONG.apply(id);
    sql.ask(hold, along.underWay(), along.variables());
    return hold.row()
        .map(
            held ->
                new Reportable(
                    held,
                    journeys.readTogether(
                        held.task().processInstanceId(), held.task().scopes(), along)));
  }

  /** A locked task; the data for its journey is read on demand. */
  Reportable reportable(HeldTask held) {
    return new Reportable(held, knownOf(List.of(held)));
  }

  /** The data for journeys of locked tasks; read when one of them needs it. */
  ReadTogether knownOf(Collection<HeldTask> held) {
    List<TaskRow> all = held.stream().map(HeldTask::task).toList();
    return journeys.readTogether(
        all.stream().map(TaskRow::processInstanceId).toList(),
        all.stream().flatMap(task -> task.scopes().stream()).toList());
  }
}
