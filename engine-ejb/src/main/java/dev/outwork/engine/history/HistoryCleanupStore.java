package dev.outwork.engine.history;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;

/** The due date of history clean-up: one row, which its executor locks. */
@Collaborator
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

  @Inject
  HistoryCleanupStore(Sql sql) {
    this.sql = sql;
  }

  /** Sets the next due date if clean-up is due now; otherwise returns false. */
  boolean take(Instant now, Instant next) {
    return sql.update(TAKE.with("now", now).with("next", next)) == 1;
  }

  /** Blocks other nodes until the transaction ends. */
  void hold() {
    sql.update(HOLD);
  }

  void setDue(Instant dueAt) {
    sql.update(SET_DUE.with("dueAt", dueAt));
  }
}
