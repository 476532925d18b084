package dev.outwork.engine.history;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** When history is cleaned up next; one row, which whoever sees to it holds meanwhile. */
@ApplicationScoped
public class HistoryCleanupStore {
  private static final String TAKE =
      """
      update history_cleanup
         set due_at = :next
       where due_at <= :now        -- another node may have been faster
      """;

  private static final String HOLD =
      """
      update history_cleanup
         set due_at = due_at
      """;

  private static final String SET_DUE =
      """
      update history_cleanup
         set due_at = :dueAt
      """;

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
    return sql.ask(
        handle -> handle.createUpdate(TAKE).bind("now", now).bind("next", next).execute() == 1);
  }

  /** Keeps others from seeing to it until the transaction ends. */
  void hold() {
    sql.tell(handle -> handle.createUpdate(HOLD).execute());
  }

  void setDue(Instant dueAt) {
    sql.tell(handle -> handle.createUpdate(SET_DUE).bind("dueAt", dueAt).execute());
  }
}
