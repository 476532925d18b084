package dev.outwork.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the engine, version by version. */
public final class Schema {
  private static final Logger LOG = Logger.getLogger(Schema.class.getName());

  private Schema() {}

  /** Applies every migration that the database behind {@code dataSource} does not have yet. */
  public static void bringUpToDate(DataSource dataSource) {
    String url = urlOf(dataSource);
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(dataSource)
        .locations(Dialect.of(url).migrations())
        .table("outwork_schema_history")
        // Tables of the workers' own may be there first.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    // The driver lists its parameters there.
    LOG.info(() -> "The schema is up to date in " + url.replaceAll("\\?.*", ""));
  }

  private static String urlOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot connect to " + Settings.databaseUrl(), e);
    }
  }
}
