package dev.outwork.engine.history;

import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Ended process instances in the database: finds those to delete, and updates the rest of their
 * call hierarchy.
 */
@Collaborator
@Dependent
public class EndedInstanceStore {
  private static final Statement LOCK =
      Statement.of(
          """
          select i.id,
                 i.definition_key,
                 i.ended_at is null as running
            from process_instance i
           where i.id in (:ids)
           order by i.id
             for update
          """);

  private static final Statement LEAVE_CALLED_ALONE =
      Statement.of(
          """
          update process_instance
             set root_id = id
           where root_id in (:ids)
             and super_id is not null
          """);

  // Whoever has ended before a moment has started before it: the index of definitions, by the
  // start, finds them.
  private static final Statement DEFINITIONS_WITH_DUE =
      Statement.of(
          """
          select d.id,
                 d.history_time_to_live as days
            from process_definition d
           where d.history_time_to_live is not null
             and exists (select 1
                           from process_instance i
                          where i.process_definition_id = d.id
                            and i.root_id = i.id
                            and i.started_at <= cast(:now as timestamp with time zone)
                                                  - d.history_time_to_live * interval '24' hour
                            and i.ended_at <= cast(:now as timestamp with time zone)
                                                - d.history_time_to_live * interval '24' hour)
           order by d.id
          """);

  private static final Statement DUE =
      Statement.of(
          """
          select i.id,
                 i.ended_at
            from process_instance i
           where i.process_definition_id = :definitionId
             and i.root_id = i.id
             and i.started_at <= :endedUntil
             and i.ended_at <= :endedUntil
           order by i.started_at, i.id
           limit :most
          """);

  private static final Statement CALLED_BY_ROOTS =
      Statement.of(
          """
          select i.id,
                 i.root_id
            from process_instance i
           where i.root_id in (:ids)
             and i.root_id <> i.id
             and i.super_id is not null               -- for the index
           order by i.id
          """);

  private final Sql sql;

  /** An instance that is held until the transaction ends. */
  public record Held(String id, String definitionKey, boolean running) {
    static Held read(Row row) {
      return new Held(row.text("id"), row.text("definition_key"), row.flag("running"));
    }
  }

  /** A definition with its history time to live, some of whose instances have passed it. */
  public record Expiring(String id, int days) {
    static Expiring read(Row row) {
      return new Expiring(row.text("id"), row.integer("days"));
    }
  }

  /** An instance that nothing has called, and its end. */
  public record EndedRoot(String id, Instant endedAt) {
    static EndedRoot read(Row row) {
      return new EndedRoot(row.text("id"), row.instant("ended_at"));
    }
  }

  /** An instance that was called, and the root of its calls. */
  public record Called(String id, String rootId) {
    static Called read(Row row) {
      return new Called(row.text("id"), row.text("root_id"));
    }
  }

  @Inject
  EndedInstanceStore(Sql sql) {
    this.sql = sql;
  }

  /** Locks those instances that exist. */
  List<Held> lock(List<String> ids) {
    return sql.rows(LOCK.with("ids", ids), Held::read);
  }

  /** Makes each instance that deleted roots called a root of its own. */
  void leaveCalledAlone(List<String> rootIds) {
    sql.update(LEAVE_CALLED_ALONE.with("ids", rootIds));
  }

  List<Expiring> definitionsWithDue(Instant now) {
    return sql.rows(DEFINITIONS_WITH_DUE.with("now", now), Expiring::read);
  }

  /** Roots that ended until then, the earliest started first. */
  List<EndedRoot> endedUntil(Instant endedUntil, String definitionId, int most) {
    return sql.rows(
        DUE.with("endedUntil", endedUntil).with("definitionId", definitionId).with("most", most),
        EndedRoot::read);
  }

  List<Called> calledByRoots(List<String> rootIds) {
    return sql.rows(CALLED_BY_ROOTS.with("ids", rootIds), Called::read);
  }
}
