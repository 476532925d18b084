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
 * Takes hold of the task that a report is about, and reads what its journey needs: on PostgreSQL in
 * one round trip, because each costs more than what most of them read.
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

  /** A task that is held, and what its journey finds. */
  record Reportable(HeldTask held, ReadTogether known) {
    TaskRow task() {
      return held.task();
    }
  }

  /** For the container's proxy. */
  protected ReportHolds() {
    this(null, null, null);
  }

  @Inject
  ReportHolds(Sql sql, ExternalTaskStore tasks, Journeys journeys) {
    this.sql = sql;
    this.tasks = tasks;
    this.journeys = journeys;
  }

  /** Takes hold of a task and of its instance; empty if there is no such task. */
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

  /** A task that is held; what its journey has to read is read when it asks. */
  Reportable reportable(HeldTask held) {
    return new Reportable(held, knownOf(List.of(held)));
  }

  /** What the journeys of tasks that are held have to read; it is read when one of them asks. */
  ReadTogether knownOf(Collection<HeldTask> held) {
    List<TaskRow> all = held.stream().map(HeldTask::task).toList();
    return journeys.readTogether(
        all.stream().map(TaskRow::processInstanceId).toList(),
        all.stream().flatMap(task -> task.scopes().stream()).toList());
  }
}
