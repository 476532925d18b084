package dev.outwork.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations of the engine's tables. */
public final class Schema {
  private static final Logger LOG = Logger.getLogger(Schema.class.getName());

  private Schema() {}

  /** Applies the migrations that the database of {@code dataSource} lacks. */
  public static void bringUpToDate(DataSource dataSource) {
    bringUpToDate(dataSource, Schema.class.getClassLoader());
  }

  static void bringUpToDate(DataSource dataSource, ClassLoader migrations) {
    String url = urlOf(dataSource);
    String location = Dialect.of(url).migrations();
    Flyway flyway =
        Flyway.configure(migrations)
            .dataSource(dataSource)
            .locations(location)
            .callbacks(new UnhurriedMigrations())
            .table("outwork_schema_history")
            // Tables of workers may already exist.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load();
    requireMigrations(flyway, location);
    flyway.migrate();
    // The driver appends its parameters there.
    LOG.info(() -> "The schema is up to date in " + url.replaceAll("\\?.*", ""));
  }

  // Without this check Flyway would only warn, and take applied migrations for those of a later
  // version.
  private static void requireMigrations(Flyway flyway, String location) {
    if (Arrays.stream(flyway.info().all()).noneMatch(one -> one.getState().isResolved())) {
      throw new IllegalStateException(
          "There are no migrations at '%s': this server does not list the contents of the archive"
              .formatted(location));
    }
  }

  private static String urlOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot connect to " + Settings.databaseUrl(), e);
    }
  }
}
