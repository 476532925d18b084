package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageLogTest {
  private final Logger logger = Logger.getLogger(OutageLog.class.getName());
  private final List<LogRecord> lines = new ArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private long now;
  private final OutageLog log = new OutageLog(() -> now);

  @BeforeEach
  void listen() {
    logger.addHandler(listening);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(listening);
    logger.setUseParentHandlers(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "53100", "58030", "25006"})
  void a_database_that_is_away_is_known_by_its_state(String state) {
    assertThat(log.tells(new IllegalStateException(new SQLException("gone", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "40P01", "42703", "57014", "22001"})
  void invalid_and_concurrent_statements_are_no_outage(String state) {
    assertThat(log.tells(new IllegalStateException(new SQLException("no", state)))).isFalse();
    assertThat(lines).isEmpty();
  }

  @Test
  void a_pool_without_connections_is_an_outage() {
    SQLException refusal = new SQLException("none", new ResourceException("No connection is left"));

    assertThat(log.tells(new IllegalStateException(refusal))).isTrue();
  }

  @Test
  void a_commit_in_which_the_database_is_lost_is_an_outage() {
    assertThat(log.tells(new IllegalStateException(new SystemException()))).isTrue();
  }

  @Test
  void a_refusal_of_the_engine_is_no_outage() {
    assertThat(log.tells(new ProcessEngineException("No"))).isFalse();
  }

  @Test
  void the_first_failure_has_its_stack_and_the_others_are_counted_each_second() {
    for (int i = 0; i < 1_001; i++) {
      log.tells(new SQLException("terminating", "57P01"));
      now += Duration.ofMillis(10).toNanos();
    }

    assertThat(lines).hasSize(1 + 10);
    assertThat(lines.get(0).getThrown()).isNotNull();
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(line -> assertThat(line.getThrown()).isNull())
        .allSatisfy(line -> assertThat(line.getMessage()).contains("100 more failures"));
  }

  @Test
  void files_that_find_no_room_are_one_kind_of_failure() {
    for (int file = 0; file < 100; file++) {
      log.tells(
          new SQLException(
              "could not extend file \"base/5/%d\": No space left on device".formatted(file),
              "53100"));
    }

    assertThat(lines).hasSize(1);
  }

  @Test
  void logged_failures_are_not_counted_again() {
    assertThat(log.tells(new DatabaseUnavailableException(null))).isTrue();
    assertThat(lines).isEmpty();
  }
}
