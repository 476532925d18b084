package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.api.health.HealthCheck;
import dev.outwork.api.health.HealthService;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a node can do its work (docs/operations.md, "Probes"). */
class ReadinessTest {
  @ParameterizedTest
  @EnumSource
  void a_node_that_has_what_it_needs_is_ready(TestDatabase database) {
    try (TestEngine engine = TestEngine.on(database)) {
      assertThat(checks(engine))
          .containsExactly(
              HealthCheck.up("database"), HealthCheck.up("schema"), HealthCheck.up("clock"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_migration_that_has_failed_is_seen(TestDatabase database) {
    try (TestEngine engine = TestEngine.on(database)) {
      Rows.change(
          engine.database(),
          "update \"outwork_schema_history\" set \"success\" = false where \"version\" = '17'");

      assertThat(checks(engine))
          .contains(
              HealthCheck.up("database"),
              HealthCheck.down("schema", "The migrations are not complete"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_is_gone_is_seen(TestDatabase database) {
    try (TestEngine engine = TestEngine.on(database)) {
      ((HikariDataSource) engine.database()).close();

      assertThat(checks(engine)).hasSize(3).noneMatch(HealthCheck::isUp);
    }
  }

  @Test
  void a_clock_that_differs_by_more_than_ten_seconds_is_down() {
    assertThat(Readiness.agrees(Duration.ofSeconds(10)).isUp()).isTrue();
    assertThat(Readiness.agrees(Duration.ofSeconds(11)))
        .isEqualTo(
            HealthCheck.down(
                "clock", "The time of this node differs from that of the database by 11 s"));
  }

  private static List<HealthCheck> checks(TestEngine engine) {
    return engine.bean(HealthService.class).readiness();
  }
}
