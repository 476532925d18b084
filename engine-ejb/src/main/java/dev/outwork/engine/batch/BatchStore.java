package dev.outwork.engine.batch;

import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Batches in the database. {@link BatchLeaseStore} assigns them to runs. */
@Collaborator
@Dependent
public class BatchStore {
  private static final Statement INSERT =
      Statement.of(
          """
          insert into batch (id, type, total, configuration, suspended, created_at, created_by,
                             created_by_groups)
          values (:id, :type, :total, :configuration, false, :createdAt, :createdBy,
                  :createdByGroups)
          """);

  private static final Statement TASK =
      Statement.of(
          """
          select b.type,
                 b.configuration,
                 b.created_by,
                 b.created_by_groups
            from batch b
           where b.id = :id
          """);

  private static final Statement SET_SUSPENDED =
      Statement.of(
          """
          update batch
             set suspended = :suspended
           where id = :id
             and ended_at is null
          """);

  // A run that is still active finds that it has lost the batch.
  private static final Statement END =
      Statement.of(
          """
          update batch
             set ended_at = :now,
                 claimed_by = null,
                 claimed_until = null
           where id = :id
             and ended_at is null
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from batch
           where id = :id
          """);

  private static final Statement DELETE_ENDED =
      Statement.of(
          """
          delete from batch
           where type = :type
             and ended_at <= :endedUntil
          """);

  private final Sql sql;

  /** The operation on each element, and for whom it is done. */
  public record Task(String type, String configuration, Optional<Creator> creator) {
    static Task read(Row row) {
      return new Task(row.text("type"), row.text("configuration"), Creator.read(row));
    }
  }

  @Inject
  BatchStore(Sql sql) {
    this.sql = sql;
  }

  void insert(String id, Task task, int total, Instant now) {
    sql.update(
        INSERT
            .with("id", id)
            .with("type", task.type())
            .with("total", total)
            .with("configuration", task.configuration())
            .with("createdBy", task.creator().map(Creator::name).orElse(null))
            .with("createdByGroups", task.creator().map(Creator::groupsAsJson).orElse(null))
            .with("createdAt", now));
  }

  Optional<Task> task(String id) {
    return sql.row(TASK.with("id", id), Task::read);
  }

  /** False if no such batch is running. */
  boolean setSuspended(String id, boolean suspended) {
    return sql.update(SET_SUSPENDED.with("id", id).with("suspended", suspended)) == 1;
  }

  /** False if no such batch is running. */
  boolean end(String id, Instant now) {
    return sql.update(END.with("id", id).with("now", now)) == 1;
  }

  void delete(String id) {
    sql.update(DELETE.with("id", id));
  }

  void deleteEnded(String type, Instant endedUntil) {
    sql.update(DELETE_ENDED.with("type", type).with("endedUntil", endedUntil));
  }
}
