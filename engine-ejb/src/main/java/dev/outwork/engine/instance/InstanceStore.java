package dev.outwork.engine.instance;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Running;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Process instances in the database. */
@ApplicationScoped
public class InstanceStore {
  private static final Insert<Begun> INSERT =
      new Insert<>(
          """
          insert into process_instance (id, process_definition_id, definition_key, business_key, tenant_id, state,
                                        start_activity_id, started_at, ended_at, root_id, super_id, super_activity_id)
          values <rows>
          """,
          begun ->
              Arrays.asList(
                  begun.instance().id(),
                  begun.instance().definitionId(),
                  begun.instance().definitionKey(),
                  begun.instance().businessKey(),
                  begun.instance().tenantId(),
                  begun.running().endState().orElse("ACTIVE"),
                  begun.running().startActivityId(),
                  begun.at(),
                  begun.running().hasEnded() ? begun.at() : null,
                  begun.instance().rootId(),
                  begun.instance().superId(),
                  begun.instance().superActivityId()));

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

  // Excludes ended instances: a transaction that waits for the lock of an instance that ends
  // meanwhile finds none.
  private static final String LOCK_ROOT =
      COLUMNS
          + """
             where i.id = (select called.root_id
                             from process_instance called
                            where called.id = :id)
               and i.ended_at is null
               for update
            """;

  private static final String LOCK_ROOT_IF_FREE = LOCK_ROOT.stripTrailing() + " skip locked";

  private static final String READ = COLUMNS + " where i.id = :id and i.ended_at is null";

  private static final String CALLED_BY =
      COLUMNS + " where i.super_activity_id = :id and i.ended_at is null";

  private static final String END =
      """
      update process_instance
         set state = ?,
             ended_at = ?,
             delete_reason = ?
       where id in (<ids>)
      """;

  private static final String OF_DEFINITIONS =
      """
      select i.id
        from process_instance i
       where i.process_definition_id in (<definitionIds>)
       order by i.id
         for update
      """;

  private static final String CALLED_BY_INSTANCES =
      """
      select i.id
        from process_instance i
       where i.super_id in (<ids>)
       order by i.id
         for update
      """;

  private static final String CALLERS_ELSEWHERE =
      """
      select c.id
        from process_instance i
        join process_instance c
          on c.id = i.super_id
       where i.id in (<ids>)
         and i.ended_at is null
         and c.id not in (<ids>)
      """;

  private static final List<String> DELETE =
      List.of(
          "delete from variable where process_instance_id in (<ids>)",
          "delete from activity_instance where process_instance_id in (<ids>)",
          "delete from process_instance where id in (<ids>)");

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
      String rootId,
      String superId,
      String superActivityId) {
    Instance toInstance(String versionTag) {
      return new Instance(
          id,
          definitionId,
          definitionKey,
          versionTag,
          businessKey,
          tenantId,
          suspended,
          rootId,
          superId,
          superActivityId);
    }
  }

  /** Required for the container's proxy. */
  protected InstanceStore() {
    this(null);
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

  /** As {@link #lock}, but empty if it is locked. */
  Optional<Locked> lockIfFree(String id) {
    return lock(LOCK_ROOT_IF_FREE, id);
  }

  private Optional<Locked> lock(String statement, String id) {
    // A called instance may end while this transaction waits for the lock of its root.
    return find(statement, id).flatMap(root -> root.id().equals(id) ? Optional.of(root) : read(id));
  }

  /** A running instance of a locked call hierarchy. */
  Optional<Locked> read(String id) {
    return find(READ, id);
  }

  /** The running instance that a call activity waits for. */
  Optional<Locked> calledBy(String activityInstanceId) {
    return find(CALLED_BY, activityInstanceId);
  }

  private Optional<Locked> find(String statement, String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(statement)
                .bind("id", id)
                .map(ConstructorMapper.of(Locked.class))
                .findOne());
  }

  void end(String id, String state, String deleteReason, Instant now, Writes writes) {
    writes.change(END, List.of(id), state, now, deleteReason);
  }

  /** Locks all instances of these definitions, running and ended. */
  List<String> lockAllOf(List<String> definitionIds) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_DEFINITIONS)
                .bindList("definitionIds", definitionIds)
                .mapTo(String.class)
                .list());
  }

  /** Locks all instances that these called, running and ended. */
  List<String> lockCalledBy(List<String> ids) {
    return sql.ask(
        handle ->
            handle
                .createQuery(CALLED_BY_INSTANCES)
                .bindList("ids", ids)
                .mapTo(String.class)
                .list());
  }

  /** The instances that wait for one of these and are not among them. */
  List<String> callersElsewhere(List<String> ids) {
    return sql.ask(
        handle ->
            handle.createQuery(CALLERS_ELSEWHERE).bindList("ids", ids).mapTo(String.class).list());
  }

  /** Deletes instances with their activities and variables. */
  public void delete(List<String> ids) {
    sql.tell(
        handle ->
            DELETE.forEach(
                statement -> handle.createUpdate(statement).bindList("ids", ids).execute()));
  }
}
