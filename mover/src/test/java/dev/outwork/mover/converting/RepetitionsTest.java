package dev.outwork.mover.converting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.mover.source.SourceJob.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** {@code MovedTimersTest} compares the rest with Camunda. */
class RepetitionsTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static Repetitions of(String cycle, String due) {
    return Repetitions.of(new Repeat(cycle, Duration.ZERO, TOKYO), Instant.parse(due));
  }

  @Test
  void a_cycle_is_in_the_time_zone_of_the_source() {
    assertThat(of("R3/2026-11-30T19:00:00/PT1H", "2026-11-30T11:00:00.500Z"))
        .isEqualTo(new Repetitions(Instant.parse("2026-11-30T11:00:00Z"), "R2/PT1H"));
  }

  @Test
  void an_endless_cycle_has_no_count_however_long_it_runs() {
    assertThat(of("R/1990-01-01T00:00:00Z/PT1S", "2026-11-30T11:00:00.500Z"))
        .isEqualTo(new Repetitions(Instant.parse("2026-11-30T11:00:00Z"), "R/PT1S"));
  }

  @Test
  void the_last_time_of_a_cycle_leaves_none() {
    assertThat(of("R3/2026-11-30T10:00:00Z/PT1H", "2026-11-30T13:00:00Z"))
        .isEqualTo(new Repetitions(Instant.parse("2026-11-30T13:00:00Z"), null));
  }

  @Test
  void a_cron_expression_stays() {
    Instant due = Instant.parse("2026-11-30T13:00:00Z");

    assertThat(of("0 0 8 ? * MON-FRI", due.toString()))
        .isEqualTo(new Repetitions(due, "0 0 8 ? * MON-FRI"));
  }

  @Test
  void a_cycle_with_an_end_keeps_its_instance_back() {
    assertThatThrownBy(() -> of("R3/PT1H/2026-12-31T00:00:00Z", "2026-11-30T13:00:00Z"))
        .isInstanceOf(CannotGoException.class)
        .hasMessageContaining("it has a timer with the cycle");
  }
}
