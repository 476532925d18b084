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

/** Checks the settings and migrates the schema before anything else starts. */
@Singleton
@Startup
@Local(SchemaReadiness.class)
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = Migrations.DATA_SOURCE,
    className = "dev.outwork.engine.database.OutworkDataSource",
    // WildFly refuses a data source without any attributes.
    description = "Outwork's tables",
    minPoolSize = 2,
    initialPoolSize = 2,
    maxPoolSize = 16,
    // Without validation Payara would keep handing out connections that the database has closed. It
    // validates each at most once a second, and closes all idle ones if one fails: with a hanging
    // database each would have to time out. WildFly ignores unknown properties, with a warning.
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true"
    })
public class Migrations implements SchemaReadiness {
  /** The JNDI name of the engine's data source. */
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

  // The container admits no call to a singleton before it is constructed.
  @Override
  public void await() {}
}
