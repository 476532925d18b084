package dev.outwork.engine.instance;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The suspension of instances in the database. */
@ApplicationScoped
class SuspensionStore {
  private static final String ROOTS =
      """
      select distinct i.root_id
        from process_instance i
       where i.id in (<ids>)
         and i.ended_at is null
      """;

  private static final String LOCK =
      """
      select i.id
        from process_instance i
       where i.id in (<ids>)
       order by i.id
         for update
      """;

  private static final String IN_STATE =
      """
      select i.id
        from process_instance i
       where i.id in (<ids>)
         and i.state = :state
      """;

  private static final String OF_DEFINITIONS =
      """
      select i.id
        from process_instance i
       where i.process_definition_id in (<definitionIds>)
         and i.ended_at is null
      """;

  private static final String SET_STATE =
      """
      update process_instance
         set state = :state
       where id in (<ids>)
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected SuspensionStore() {
    this(null);
  }

  @Inject
  SuspensionStore(Sql sql) {
    this.sql = sql;
  }

  /** The roots of the call hierarchies of those that are running. */
  List<String> roots(List<String> ids) {
    return sql.ask(
        handle -> handle.createQuery(ROOTS).bindList("ids", ids).mapTo(String.class).list());
  }

  /** Locks these rows until the transaction ends. */
  void lock(List<String> ids) {
    sql.ask(handle -> handle.createQuery(LOCK).bindList("ids", ids).mapTo(String.class).list());
  }

  /** Those that are running and suspended, or running and not suspended. */
  List<String> standing(List<String> ids, boolean suspended) {
    return sql.ask(
        handle ->
            handle
                .createQuery(IN_STATE)
                .bindList("ids", ids)
                .bind("state", state(suspended))
                .mapTo(String.class)
                .list());
  }

  /** The running instances of these definitions. */
  List<String> running(List<String> definitionIds) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_DEFINITIONS)
                .bindList("definitionIds", definitionIds)
                .mapTo(String.class)
                .list());
  }

  void set(List<String> ids, boolean suspended) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_STATE)
                .bindList("ids", ids)
                .bind("state", state(suspended))
                .execute());
  }

  private static String state(boolean suspended) {
    return suspended ? "SUSPENDED" : "ACTIVE";
  }
}
