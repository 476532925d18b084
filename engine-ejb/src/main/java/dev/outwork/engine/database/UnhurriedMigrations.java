package dev.outwork.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Disables the timeout for migrations: creating an index on a large table takes longer than the
 * driver waits for other statements.
 */
final class UnhurriedMigrations implements Callback {
  private static final int FOREVER = 0;

  private int usual;

  @Override
  public boolean supports(Event event, Context context) {
    return switch (event) {
      case BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR -> true;
      default -> false;
    };
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      Connection connection = context.getConnection();
      if (event == Event.BEFORE_EACH_MIGRATE) {
        usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, FOREVER);
      } else {
        // The connection returns to the pool.
        connection.setNetworkTimeout(Runnable::run, usual);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot set the timeout of migrations", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "unhurried migrations";
  }
}
