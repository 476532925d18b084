package dev.outwork.engine.history;

import dev.outwork.api.history.LeaseEvent;
import dev.outwork.api.history.LeaseEvent.Kind;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.database.Settings.LeaseEvents;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What happened to locks, as far as the operator wants to know. */
@Collaborator
@Dependent
public class LeaseEventStore {
  private static final Set<Kind> FAILURES = Set.of(Kind.EXPIRED, Kind.UNLOCKED, Kind.GIVEN_BACK);
  private static final int MOST = 1_000;

  private static final Insert<LeaseEvent> APPEND =
      Insert.<LeaseEvent>into("external_task_lease_log")
          .column("id", event -> Ids.next())
          .column("logged_at", LeaseEvent::timestamp)
          .column("kind", LeaseEvent::kind)
          .column("external_task_id", LeaseEvent::externalTaskId)
          .column("topic_name", LeaseEvent::topicName)
          .column("worker_id", LeaseEvent::workerId)
          .column("locked_until", LeaseEvent::lockedUntil)
          .column("process_instance_id", LeaseEvent::processInstanceId);

  private static final Statement OF_TASK =
      Statement.of(
          """
          select e.id,
                 e.logged_at,
                 e.kind,
                 e.external_task_id,
                 e.topic_name,
                 e.worker_id,
                 e.locked_until,
                 e.process_instance_id
            from external_task_lease_log e
           where e.external_task_id = :externalTaskId
           order by e.logged_at, e.id
           limit :most
          """);

  private static final Statement FORGET =
      Statement.of(
          """
          delete from external_task_lease_log
           where process_instance_id in (:processInstanceIds)
          """);

  private final Sql sql;
  private final LeaseEvents wanted = Settings.leaseEvents();

  @Inject
  LeaseEventStore(Sql sql) {
    this.sql = sql;
  }

  /** Whether events of this kind are written at all. */
  public boolean wants(Kind kind) {
    return wanted == LeaseEvents.ALL || wanted == LeaseEvents.FAILURES && FAILURES.contains(kind);
  }

  /** Writes events, which are wanted. Their ids are new. */
  public void append(Collection<LeaseEvent> events) {
    sql.insert(APPEND, events);
  }

  /** The first thousand events of a task, in their order. */
  List<LeaseEvent> ofTask(String externalTaskId) {
    return sql.rows(
        OF_TASK.with("externalTaskId", externalTaskId).with("most", MOST), LeaseEventStore::read);
  }

  /** Deletes the events of instances that are deleted permanently. */
  public void forget(List<String> processInstanceIds) {
    sql.update(FORGET.with("processInstanceIds", processInstanceIds));
  }

  private static LeaseEvent read(Row row) {
    return new LeaseEvent(
        row.text("id"),
        row.instant("logged_at"),
        row.constant("kind", Kind.class),
        row.text("external_task_id"),
        row.text("topic_name"),
        row.text("worker_id"),
        row.instant("locked_until"),
        row.text("process_instance_id"));
  }
}
