package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
    maxPoolSize = 16,
    // Payara would hand out connections for good that the database has ended. It asks each at most
    // once a second, and lets all idle ones go if one does not answer: behind a database that hangs
    // each would be waited for. WildFly ignores what it does not know, with a warning.
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true"
    })
public class Migrations implements SchemaReadiness {
  /** JNDI name of the engine's data source. */
  public static final String DATA_SOURCE = "java:app/jdbc/outwork";

  @Resource(lookup = DATA_SOURCE)
  private DataSource dataSource;

  @PostConstruct
  void migrate() {
    OutworkDataSource.begin();
    Settings.check();
    Schema.bringUpToDate(dataSource);
  }

  // All other beans that start with the application depend on this one, and so end before it.
  @PreDestroy
  void end() {
    OutworkDataSource.end();
  }

  // A singleton is not entered before it has been constructed.
  @Override
  public void await() {}
}
