package dev.outwork.testkit.container;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.engine.waiting.HintConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections beside the pool of a test. */
@ApplicationScoped
public class TestHintConnections extends HintConnections {
  @Inject private TestResources resources;

  @Override
  public Connection open() throws SQLException {
    HikariDataSource pool = resources.transactions().pool();
    return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
  }
}
