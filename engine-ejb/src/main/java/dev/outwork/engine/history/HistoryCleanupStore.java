package dev.outwork.engine.history;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** When history is cleaned up next; one row, which whoever sees to it holds meanwhile. */
@ApplicationScoped
public class HistoryCleanupStore {
  private static final Statement TAKE =
      Statement.of(
          """
          update history_cleanup
             set due_at = :next
           where due_at <= :now        -- another node may have been faster
          """);

  private static final Statement HOLD =
      Statement.of(
          """
          update history_cleanup
             set due_at = due_at
          """);

  private static final Statement SET_DUE =
      Statement.of(
          """
          update history_cleanup
             set due_at = :dueAt
          """);

  private final Sql sql;

  /** For the container's proxy. */
  protected HistoryCleanupStore() {
    this(null);
  }

  @Inject
  HistoryCleanupStore(Sql sql) {
    this.sql = sql;
  }

  /** Sets when the next clean-up is due if one is due now; false if none is. */
  boolean take(Instant now, Instant next) {
    return sql.update(TAKE.with("now", now).with("next", next)) == 1;
  }

  /** Keeps others from seeing to it until the transaction ends. */
  void hold() {
    sql.update(HOLD);
  }

  void setDue(Instant dueAt) {
    sql.update(SET_DUE.with("dueAt", dueAt));
  }
}
