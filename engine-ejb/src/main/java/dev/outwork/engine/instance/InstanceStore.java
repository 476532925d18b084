package dev.outwork.engine.instance;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Instance.Definition;
import dev.outwork.engine.token.Instance.Hierarchy;
import dev.outwork.engine.token.Running;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Process instances in the database. */
@Collaborator
@Dependent
public class InstanceStore {
  private static final Insert<Begun> INSERT =
      Insert.<Begun>into("process_instance")
          .column("id", begun -> begun.instance().id())
          .column("process_definition_id", begun -> begun.instance().definitionId())
          .column("definition_key", begun -> begun.instance().definitionKey())
          .column("business_key", begun -> begun.instance().businessKey())
          .column("tenant_id", begun -> begun.instance().tenantId())
          .column("state", begun -> begun.running().endState().orElse("ACTIVE"))
          .column("start_activity_id", begun -> begun.running().startActivityId())
          .column("started_at", Begun::at)
          .column("ended_at", begun -> begun.running().hasEnded() ? begun.at() : null)
          .column("root_id", begun -> begun.instance().rootId())
          .column("super_id", begun -> begun.instance().superId())
          .column("super_activity_id", begun -> begun.instance().superActivityId());

  private static final String COLUMNS =
      """
      select i.id,
             i.process_definition_id as definition_id,
             i.definition_key,
             i.business_key,
             i.tenant_id,
             i.state = 'SUSPENDED' as suspended,
             i.root_id,
             i.super_id,
             i.super_activity_id
        from process_instance i
      """;

  // Ended instances are history: whoever waits here for one that ends meanwhile finds nothing.
  private static final String ROOT =
      COLUMNS
          + """
             where i.id = (select called.root_id
                             from process_instance called
                            where called.id = :id)
               and i.ended_at is null
               for update
            """;

  private static final Statement LOCK_ROOT = Statement.of(ROOT);

  private static final Statement LOCK_ROOT_IF_FREE =
      Statement.of(ROOT.stripTrailing() + " skip locked");

  private static final Statement READ =
      Statement.of(COLUMNS + " where i.id = :id and i.ended_at is null");

  private static final Statement READ_ALL =
      Statement.of(COLUMNS + " where i.id in (:ids) and i.ended_at is null");

  private static final Statement CALLED_BY =
      Statement.of(COLUMNS + " where i.super_activity_id = :id and i.ended_at is null");

  private static final Statement END =
      Statement.of(
          """
          update process_instance
             set state = :state,
                 ended_at = :now,
                 delete_reason = :deleteReason
           where id in (:ids)
          """);

  private static final Statement OF_DEFINITIONS =
      Statement.of(
          """
          select i.id
            from process_instance i
           where i.process_definition_id in (:definitionIds)
           order by i.id
             for update
          """);

  private static final Statement CALLED_BY_INSTANCES =
      Statement.of(
          """
          select i.id
            from process_instance i
           where i.super_id in (:ids)
           order by i.id
             for update
          """);

  private static final Statement CALLERS_ELSEWHERE =
      Statement.of(
          """
          select c.id
            from process_instance i
            join process_instance c
              on c.id = i.super_id
           where i.id in (:ids)
             and i.ended_at is null
             and c.id not in (:ids)
          """);

  private static final List<Statement> DELETE =
      Stream.of(
              "delete from variable where process_instance_id in (:ids)",
              "delete from activity_instance where process_instance_id in (:ids)",
              "delete from process_instance where id in (:ids)")
          .map(Statement::of)
          .toList();

  /** A new instance. */
  private record Begun(Running running, Instant at) {
    Instance instance() {
      return running.instance();
    }
  }

  private final Sql sql;

  /** The stored row of a locked instance. */
  public record Locked(
      String id,
      String definitionId,
      String definitionKey,
      String businessKey,
      String tenantId,
      boolean suspended,
      Hierarchy hierarchy) {
    static Locked read(Row row) {
      return new Locked(
          row.text("id"),
          row.text("definition_id"),
          row.text("definition_key"),
          row.text("business_key"),
          row.text("tenant_id"),
          row.flag("suspended"),
          hierarchyOf(row));
    }

    Instance toInstance(String versionTag) {
      return new Instance(
          id,
          new Definition(definitionId, definitionKey, versionTag),
          businessKey,
          tenantId,
          suspended,
          hierarchy);
    }
  }

  @Inject
  InstanceStore(Sql sql) {
    this.sql = sql;
  }

  void insert(Running running, Instant now, Writes writes) {
    writes.insert(INSERT, List.of(new Begun(running, now)));
  }

  /**
   * Locks a running instance, with all instances of its root, until the transaction ends; no other
   * transaction moves their tokens meanwhile.
   */
  Optional<Locked> lock(String id) {
    return lock(LOCK_ROOT, id);
  }

  /** The columns {@code root_id}, {@code super_id} and {@code super_activity_id} of an instance. */
  public static Hierarchy hierarchyOf(Row row) {
    return new Hierarchy(row.text("root_id"), row.text("super_id"), row.text("super_activity_id"));
  }

  /** As {@link #lock}, but empty if it is locked. */
  Optional<Locked> lockIfFree(String id) {
    return lock(LOCK_ROOT_IF_FREE, id);
  }

  private Optional<Locked> lock(Statement statement, String id) {
    // What is called can end while we wait for its root.
    return find(statement, id).flatMap(root -> root.id().equals(id) ? Optional.of(root) : read(id));
  }

  /** A running instance of a locked call hierarchy. */
  Optional<Locked> read(String id) {
    return find(READ, id);
  }

  /** Those of these instances that are running; they are not locked. */
  List<Locked> running(Collection<String> ids) {
    return sql.rowsOf(READ_ALL, Set.copyOf(ids), Locked::read);
  }

  /** The running instance that a call activity waits for. */
  Optional<Locked> calledBy(String activityInstanceId) {
    return find(CALLED_BY, activityInstanceId);
  }

  private Optional<Locked> find(Statement statement, String id) {
    return sql.row(statement.with("id", id), Locked::read);
  }

  void end(String id, String state, String deleteReason, Instant now, Writes writes) {
    writes.change(
        END.with("state", state).with("now", now).with("deleteReason", deleteReason), List.of(id));
  }

  /** Locks all instances of these definitions, running and ended. */
  List<String> lockAllOf(List<String> definitionIds) {
    return sql.texts(OF_DEFINITIONS.with("definitionIds", definitionIds));
  }

  /** Locks all instances that these called, running and ended. */
  List<String> lockCalledBy(List<String> ids) {
    return sql.texts(CALLED_BY_INSTANCES.with("ids", ids));
  }

  /** The instances that wait for one of these and are not among them. */
  List<String> callersElsewhere(List<String> ids) {
    return sql.texts(CALLERS_ELSEWHERE.with("ids", ids));
  }

  /** Deletes instances with their activities and variables. */
  public void delete(List<String> ids) {
    DELETE.forEach(statement -> sql.updateOf(statement, ids));
  }
}
