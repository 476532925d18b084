package dev.outwork.engine.history;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Ended process instances in the database: finds those to delete, and updates the rest of their
 * call hierarchy.
 */
@ApplicationScoped
public class EndedInstanceStore {
  private static final String LOCK =
      """
      select i.id,
             i.ended_at is null as running
        from process_instance i
       where i.id in (<ids>)
       order by i.id
         for update
      """;

  private static final String LEAVE_CALLED_ALONE =
      """
      update process_instance
         set root_id = id
       where root_id in (<ids>)
         and super_id is not null
      """;

  // An instance that ended before a time also started before it, so the index on definition and
  // start can be used.
  private static final String DEFINITIONS_WITH_DUE =
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
      """;

  private static final String DUE =
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
      """;

  private static final String CALLED_BY_ROOTS =
      """
      select i.id,
             i.root_id
        from process_instance i
       where i.root_id in (<ids>)
         and i.root_id <> i.id
         and i.super_id is not null               -- for the index
       order by i.id
      """;

  private final Sql sql;

  /** An instance that is locked until the transaction ends. */
  public record Held(String id, boolean running) {}

  /** A definition with its history time to live, which some of its instances have exceeded. */
  public record Expiring(String id, int days) {}

  /** A root process instance and its end. */
  public record EndedRoot(String id, Instant endedAt) {}

  /** A called instance, and the root of its call hierarchy. */
  public record Called(String id, String rootId) {}

  /** Required for the container's proxy. */
  protected EndedInstanceStore() {
    this(null);
  }

  @Inject
  EndedInstanceStore(Sql sql) {
    this.sql = sql;
  }

  /** Locks those instances that exist. */
  List<Held> lock(List<String> ids) {
    return list(LOCK, ids, Held.class);
  }

  /** Makes each instance that deleted roots called a root of its own. */
  void leaveCalledAlone(List<String> rootIds) {
    sql.tell(handle -> handle.createUpdate(LEAVE_CALLED_ALONE).bindList("ids", rootIds).execute());
  }

  List<Expiring> definitionsWithDue(Instant now) {
    return sql.ask(
        handle ->
            handle
                .createQuery(DEFINITIONS_WITH_DUE)
                .bind("now", now)
                .map(ConstructorMapper.of(Expiring.class))
                .list());
  }

  /** Roots that ended until then, the earliest started first. */
  List<EndedRoot> endedUntil(Instant endedUntil, String definitionId, int most) {
    return sql.ask(
        handle ->
            handle
                .createQuery(DUE)
                .bind("endedUntil", endedUntil)
                .bind("definitionId", definitionId)
                .bind("most", most)
                .map(ConstructorMapper.of(EndedRoot.class))
                .list());
  }

  List<Called> calledByRoots(List<String> rootIds) {
    return list(CALLED_BY_ROOTS, rootIds, Called.class);
  }

  private <T> List<T> list(String statement, List<String> ids, Class<T> type) {
    return sql.ask(
        handle ->
            handle
                .createQuery(statement)
                .bindList("ids", ids)
                .map(ConstructorMapper.of(type))
                .list());
  }
}
