package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @AfterEach
  void forget() {
    System.clearProperty(Settings.DB_URL);
    System.clearProperty(Settings.BATCH_LEASE_SECONDS);
    System.clearProperty(Settings.HISTORY_CLEANUP_MINUTES);
    System.clearProperty(Settings.MAX_WAITING);
  }

  @Test
  void what_is_not_set_has_a_default() {
    assertThatCode(Settings::check).doesNotThrowAnyException();
    assertThat(Settings.batchLease()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void what_is_set_counts_with_blanks_around_it() {
    System.setProperty(Settings.BATCH_LEASE_SECONDS, " 45 ");

    assertThat(Settings.batchLease()).isEqualTo(Duration.ofSeconds(45));
  }

  @Test
  void what_is_blank_is_not_set() {
    System.setProperty(Settings.BATCH_LEASE_SECONDS, " ");

    assertThat(Settings.batchLease()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"2", "3601", "-5", "9.5", "soon", "99999999999"})
  void a_number_that_is_none_is_refused_with_what_is_allowed(String lease) {
    System.setProperty(Settings.BATCH_LEASE_SECONDS, lease);

    assertThatThrownBy(Settings::check)
        .hasMessage(
            "outwork.batch.lease-seconds is '%s': it must be an integer between 3 and 3600", lease);
    assertThatThrownBy(Settings::batchLease).hasMessageContaining(lease);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    System.setProperty(Settings.DB_URL, "jdbc:oracle:thin:@db");
    System.setProperty(Settings.MAX_WAITING, "many");

    assertThatThrownBy(Settings::check)
        .hasMessageContaining("outwork.db.url is 'jdbc:oracle:thin:@db': it must be a JDBC URL")
        .hasMessageContaining("outwork.max-waiting is 'many'");
  }
}
