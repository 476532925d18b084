package dev.outwork.testkit;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;
import static dev.outwork.testkit.assertions.OutworkAssertions.assertThatThrownBy;

import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.ExternalTaskSubscription;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers are called as in a server: their writes and their report commit together. */
@Deployment(resources = "video.bpmn")
class WorkersTest {
  @RegisterExtension
  static final OutworkExtension OUTWORK =
      OutworkExtension.on(TestDatabase.POSTGRESQL).with(Writer.class);

  /** Writes a row, then behaves as instructed. */
  @ExternalTaskSubscription(value = "transcode", retryAttempts = 2, retryDelay = "PT1M")
  public static class Writer implements ExternalTaskListener {
    @Resource(lookup = "java:app/jdbc/outwork")
    private DataSource database;

    @Override
    public void onTask(ExternalTaskExecution execution) throws Exception {
      execute(database, "insert into written values ('" + execution.task().id() + "')");
      switch (execution.<String>variable("deed")) {
        case "raise" -> throw new BpmnError("broken");
        case "throw" -> throw new SQLException("disk full");
        case "fail the test" -> throw new AssertionError("this is no file");
        default -> execution.setVariable("format", "mp4");
      }
    }
  }

  private final TestEngine engine;

  WorkersTest(TestEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void emptyTable() throws SQLException {
    execute(engine.database(), "drop table if exists written");
    execute(engine.database(), "create table written (task varchar(64))");
  }

  private void call(boolean asBean) {
    if (asBean) {
      engine.runWorkers();
    } else {
      engine.worker("alice").does("transcode", engine.bean(Writer.class));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_returns_has_completed_its_task_and_written(boolean asBean) throws SQLException {
    ProcessInstance video = engine.start("video", Map.of("deed", "succeed"));

    call(asBean);

    assertThat(video).isWaitingAt("upload").hasVariable("format", "mp4");
    assertThat(rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_raises_an_error_has_written_as_well(boolean asBean) throws SQLException {
    ProcessInstance video = engine.start("video", Map.of("deed", "raise"));

    call(asBean);

    assertThat(video).isEnded().hasPassed("broken", "rejected");
    assertThat(rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_throws_has_failed_and_written_nothing(boolean asBean) throws SQLException {
    ProcessInstance video = engine.start("video", Map.of("deed", "throw"));

    call(asBean);

    assertThat(video).externalTask("transcode").hasErrorMessage("disk full");
    assertThat(rows()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_failed_assertion_is_the_tests_and_changes_nothing(boolean asBean) throws SQLException {
    ProcessInstance video = engine.start("video", Map.of("deed", "fail the test"));

    assertThatThrownBy(() -> call(asBean))
        .isInstanceOf(AssertionError.class)
        .hasMessage("this is no file");

    assertThat(video).externalTask("transcode").hasErrorMessage(null);
    assertThat(rows()).isZero();
  }

  @Test
  void the_options_of_the_subscription_count() {
    ProcessInstance video = engine.start("video", Map.of("deed", "throw"));

    assertThat(engine.runWorkers()).isEqualTo(1);
    assertThat(video).externalTask("transcode").isLockedBy("Writer").hasRetries(1);
    engine.advance(Duration.ofMinutes(2));
    assertThat(engine.runWorkers()).isEqualTo(1);

    assertThat(video).hasIncident("transcode");
    engine.advance(Duration.ofDays(1));
    assertThat(engine.runWorkers()).isZero();
  }

  private long rows() throws SQLException {
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from written")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
