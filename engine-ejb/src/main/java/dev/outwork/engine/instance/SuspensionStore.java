package dev.outwork.engine.instance;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.List;

/** The suspension of instances in the database. */
@Collaborator
class SuspensionStore {
  private static final Statement ROOTS =
      Statement.of(
          """
          select distinct i.root_id
            from process_instance i
           where i.id in (:ids)
             and i.ended_at is null
          """);

  private static final Statement LOCK =
      Statement.of(
          """
          select i.id
            from process_instance i
           where i.id in (:ids)
           order by i.id
             for update
          """);

  private static final Statement IN_STATE =
      Statement.of(
          """
          select i.id
            from process_instance i
           where i.id in (:ids)
             and i.state = :state
          """);

  private static final Statement OF_DEFINITIONS =
      Statement.of(
          """
          select i.id
            from process_instance i
           where i.process_definition_id in (:definitionIds)
             and i.ended_at is null
          """);

  private static final Statement SET_STATE =
      Statement.of(
          """
          update process_instance
             set state = :state
           where id in (:ids)
          """);

  private final Sql sql;

  @Inject
  SuspensionStore(Sql sql) {
    this.sql = sql;
  }

  /** The roots of the call hierarchies of those that are running. */
  List<String> roots(List<String> ids) {
    return sql.texts(ROOTS.with("ids", ids));
  }

  /** Locks these rows until the transaction ends. */
  void lock(List<String> ids) {
    sql.texts(LOCK.with("ids", ids));
  }

  /** Those that are running and suspended, or running and not suspended. */
  List<String> standing(List<String> ids, boolean suspended) {
    return sql.texts(IN_STATE.with("ids", ids).with("state", state(suspended)));
  }

  /** The running instances of these definitions. */
  List<String> running(List<String> definitionIds) {
    return sql.texts(OF_DEFINITIONS.with("definitionIds", definitionIds));
  }

  void set(List<String> ids, boolean suspended) {
    sql.update(SET_STATE.with("ids", ids).with("state", state(suspended)));
  }

  private static String state(boolean suspended) {
    return suspended ? "SUSPENDED" : "ACTIVE";
  }
}
