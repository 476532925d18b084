package dev.outwork.it.container.workers;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.it.container.Eventually;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The workers: they write a row to the engine's data source, and end as the variable {@code deed}
 * says.
 */
@ApplicationScoped
public class Deeds {
  @Resource(lookup = "java:app/jdbc/outwork")
  private DataSource dataSource;

  /** Makes the table for the rows. */
  public void prepare() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement create =
            connection.prepareStatement(
                "create table if not exists deed (task_id varchar(64), node varchar(64))")) {
      create.execute();
    }
  }

  public void doAsTold(ExternalTaskExecution execution) throws Exception {
    leaveRow(execution.task().id());
    String deed = execution.variable("deed");
    switch (deed) {
      case "succeed" -> execution.setVariable("result", "done");
      case "work beyond the lock" -> {
        Instant firstEnd = execution.task().lockExpirationTime();
        Eventually.until("A second after the lock's end", () -> isPast(firstEnd.plusSeconds(1)));
        execution.setVariable("result", "done");
      }
      case "throw" -> throw new IllegalStateException("The work cannot be done");
      case "throw checked" -> throw new IOException("The work cannot be done");
      case "roll back" -> rollBack();
      case "raise" -> throw new BpmnError("broken", "It is broken", Map.of("result", "broken"));
      default -> throw new IllegalArgumentException(deed);
    }
  }

  private static boolean isPast(Instant time) {
    return Instant.now().isAfter(time);
  }

  private static void rollBack() throws NamingException {
    TransactionSynchronizationRegistry registry =
        InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
    registry.setRollbackOnly();
  }

  private void leaveRow(String taskId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into deed (task_id) values (?)")) {
      insert.setString(1, taskId);
      insert.executeUpdate();
    }
  }

  /** How many rows a task has left. */
  public int rowsOf(String taskId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from deed where task_id = ?")) {
      count.setString(1, taskId);
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
