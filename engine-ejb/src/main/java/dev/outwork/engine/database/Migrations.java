package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/** Checks the settings and brings the schema up to date before anything else starts. */
@Singleton
@Startup
@Local(SchemaReadiness.class)
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = Migrations.DATA_SOURCE,
    className = "dev.outwork.engine.database.OutworkDataSource",
    // WildFly refuses a data source of which nothing is set.
    description = "Outwork's tables",
    minPoolSize = 2,
    initialPoolSize = 2,
    maxPoolSize = 32)
public class Migrations implements SchemaReadiness {
  /** JNDI name of the engine's data source. */
  public static final String DATA_SOURCE = "java:app/jdbc/outwork";

  @Resource(lookup = DATA_SOURCE)
  private DataSource dataSource;

  @PostConstruct
  void migrate() {
    Settings.check();
    Schema.bringUpToDate(dataSource);
  }

  // A singleton is not entered before it has been constructed.
  @Override
  public void await() {}
}
