package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything else of the engine starts. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = Migrations.DATA_SOURCE,
    className = "dev.outwork.engine.database.OutworkDataSource",
    // WildFly refuses a data source of which nothing is set.
    description = "Outwork's tables",
    minPoolSize = 2,
    initialPoolSize = 2,
    maxPoolSize = 32)
public class Migrations {
  /** JNDI name of the engine's data source. */
  public static final String DATA_SOURCE = "java:app/jdbc/outwork";

  private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

  @Resource(lookup = DATA_SOURCE)
  private DataSource dataSource;

  // Not another migrate: Payara finds the method to call by its name only.
  @PostConstruct
  void start() {
    migrate(dataSource);
  }

  /** Brings the schema behind {@code dataSource} up to date. */
  public static void migrate(DataSource dataSource) {
    String url = urlOf(dataSource);
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations(Dialect.of(url).migrations())
        .table("outwork_schema_history")
        .load()
        .migrate();
    LOG.info(() -> "The schema is up to date in " + url);
  }

  private static String urlOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot connect to " + Settings.databaseUrl(), e);
    }
  }
}
