package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

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
    maxPoolSize = 32,
    // Payara would hand out connections for good that the database has ended. It asks each at most
    // once a second; WildFly ignores what it does not know, with a warning.
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1"
    })
public class Migrations {
  /** JNDI name of the engine's data source. */
  public static final String DATA_SOURCE = "java:app/jdbc/outwork";

  @Resource(lookup = DATA_SOURCE)
  private DataSource dataSource;

  @PostConstruct
  void migrate() {
    Schema.bringUpToDate(dataSource);
  }
}
