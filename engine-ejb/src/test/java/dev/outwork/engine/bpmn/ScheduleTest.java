package dev.outwork.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.engine.bpmn.TimerTrigger.Kind;
import dev.outwork.engine.expression.ExpressionException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T08:30:00Z, 2026-11-25T08:30:00Z",
    "2026-11-25T08:30:00+01:00, 2026-11-25T07:30:00Z",
    "2026-11-25T08:30:00.250+0100, 2026-11-25T07:30:00.250Z",
    "2026-11-25T08:30:00+01, 2026-11-25T07:30:00Z",
    "2026-11-25T08:30, 2026-11-25T08:30:00Z",
    "2026-11-25, 2026-11-25T00:00:00Z",
    "' 2026-11-25T08:30:00Z\n', 2026-11-25T08:30:00Z",
    "2001-01-01T00:00:00Z, 2001-01-01T00:00:00Z",
  })
  void a_date_is_read_with_and_without_time_and_zone(String text, Instant due) {
    assertThat(Schedule.of(Kind.DATE, text, NOON)).isEqualTo(new Schedule(due, null));
  }

  @ParameterizedTest
  @CsvSource({
    "PT5M, 2026-11-24T12:05:00Z",
    "PT0S, 2026-11-24T12:00:00Z",
    "PT0.25S, 2026-11-24T12:00:00.250Z",
    "P2W, 2026-12-08T12:00:00Z",
    "P1Y2M3DT4H5M6S, 2028-01-27T16:05:06Z",
    "P3M, 2027-02-24T12:00:00Z",
  })
  void a_duration_begins_now_and_months_are_those_of_the_calendar(String text, Instant due) {
    assertThat(Schedule.of(Kind.DURATION, text, NOON)).isEqualTo(new Schedule(due, null));
  }

  @ParameterizedTest
  @CsvSource({
    "R3/PT10M, 2026-11-24T12:10:00Z",
    "R10/PT5S, 2026-11-24T12:00:05Z",
    "R/PT5S, 2026-11-24T12:00:05Z",
    "PT1H/2030-01-01T00:00:00Z, 2030-01-01T00:00:00Z",
    "2030-01-01T00:00:00Z/PT1H, 2030-01-01T01:00:00Z",
    "R2/2030-01-01T00:00:00Z/PT1H, 2030-01-01T00:00:00Z",
  })
  void a_duration_that_repeats_is_due_once(String text, Instant due) {
    assertThat(Schedule.of(Kind.DURATION, text, NOON)).isEqualTo(new Schedule(due, null));
  }

  @ParameterizedTest
  @CsvSource({"PT10M, 2026-11-24T12:10:00Z", "P1Y, 2027-11-24T12:00:00Z"})
  void a_date_may_be_the_duration_until_then(String text, Instant due) {
    assertThat(Schedule.of(Kind.DATE, text, NOON)).isEqualTo(new Schedule(due, null));
  }

  @Test
  void a_date_without_a_zone_is_of_the_zone_of_the_engine() {
    ZonedDateTime now = ZonedDateTime.parse("2026-11-24T12:00:00+01:00[Europe/Berlin]");

    assertThat(Schedule.of(Kind.DATE, "2027-07-01T08:00:00", now).dueAt())
        .isEqualTo("2027-07-01T06:00:00Z");
    assertThat(Schedule.of(Kind.DATE, "2027-01-01", now).dueAt()).isEqualTo("2026-12-31T23:00:00Z");
  }

  @Test
  void a_month_after_the_last_of_january_is_the_last_of_february() {
    ZonedDateTime january = ZonedDateTime.parse("2027-01-31T12:00:00Z");

    assertThat(Schedule.of(Kind.DURATION, "P1M", january).dueAt())
        .isEqualTo("2027-02-28T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "R3/PT10M, 12:10 12:20 12:30",
    "PT10M, 12:10",
    "R1/PT10M, 12:10",
    "R0/PT10M, 12:00",
    "R2/2026-11-24T13:00:00Z/PT1H, 13:00 14:00 15:00",
    "R3/2026-11-24T10:30:00Z/PT1H, 12:30 13:30",
    "R3/2026-11-24T11:00:00Z/PT1H, 13:00 14:00",
    "R2/2026-11-24T13:00:00Z/2026-11-24T13:15:00Z, 13:00 13:15 13:30",
    "R2/PT1H/2026-11-24T15:00:00Z, 13:00 14:00 15:00",
    "R9/PT1H/2026-11-24T14:00:00Z, 13:00 14:00",
    "R/PT1H/2026-11-24T14:30:00Z, 12:30 13:30 14:30",
    "2026-11-24T13:00:00Z/PT1H, 14:00",
    "2026-11-24T13:00:00Z/2026-11-24T15:00:00Z, 15:00",
    "PT1H/2026-11-24T15:00:00Z, 15:00",
  })
  void a_cycle_has_the_times_that_are_still_to_come(String text, String times) {
    assertThat(allTimes(text)).containsExactly(times.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "R2/2026-11-24T08:00:00Z/PT1H, 10:00",
    "R2/PT1H/2026-11-24T11:00:00Z, 11:00",
    "2026-11-24T08:00:00Z/PT1H, 09:00",
  })
  void a_cycle_in_the_past_occurs_once(String text, String time) {
    assertThat(allTimes(text)).containsExactly(time);
  }

  @Test
  void a_cycle_without_a_number_never_ends() {
    Schedule first = Schedule.of(Kind.CYCLE, "R/PT10M", NOON);

    assertThat(first).isEqualTo(new Schedule(at(600), "R/PT10M"));
    assertThat(first.next(first.dueAt().atZone(ZoneOffset.UTC)))
        .contains(new Schedule(at(1_200), "R/PT10M"));
  }

  @Test
  void an_endless_cycle_that_began_long_ago_goes_on_at_its_next_time() {
    Schedule schedule = Schedule.of(Kind.CYCLE, "R/0001-01-01T00:00:00Z/PT1S", NOON);

    assertThat(schedule.dueAt()).isEqualTo(at(1));
  }

  @Test
  void times_that_were_missed_are_used_up_and_not_made_up_for() {
    Schedule first = Schedule.of(Kind.CYCLE, "R5/PT10M", NOON);

    Optional<Schedule> afterAPause = first.next(NOON.plusSeconds(35 * 60));

    assertThat(afterAPause).contains(new Schedule(at(40 * 60), "R1/PT10M"));
    assertThat(first.next(NOON.plusSeconds(60 * 60))).isEmpty();
  }

  @Test
  void a_timer_that_is_fired_early_keeps_its_next_time() {
    Schedule first = Schedule.of(Kind.CYCLE, "R3/PT10M", NOON);

    assertThat(first.next(NOON)).contains(new Schedule(at(1_200), "R1/PT10M"));
  }

  @Test
  void a_cycle_ends_with_the_calendar() {
    Schedule last = new Schedule(Instant.parse("9999-12-31T00:00:00Z"), "R/P1M");

    assertThat(last.next(last.dueAt().atZone(ZoneOffset.UTC))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATE", "DURATION", "CYCLE"})
  void an_instant_is_that_time(Kind kind) {
    Instant evening = at(21_600);

    assertThat(Schedule.of(kind, evening, NOON)).isEqualTo(new Schedule(evening, null));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 2026-02-30, is not an ISO 8601 date",
    "DATE, tomorrow, is not an ISO 8601 date",
    "DATE, PX, is not an ISO 8601 duration",
    "DATE, R3/PT5M, is not an ISO 8601 date",
    "DATE, +12026-02-20, years 1 to 9999",
    "DURATION, 2026-02-20, is not an ISO 8601 duration",
    "DURATION, -PT5M, is not an ISO 8601 duration",
    "DURATION, P, is not an ISO 8601 duration",
    "DURATION, PT, is not an ISO 8601 duration",
    "DURATION, P1DT, is not an ISO 8601 duration",
    "DURATION, R3/PT5X, is not an ISO 8601 duration",
    "DURATION, P9999999999Y, is not an ISO 8601 duration",
    "DURATION, P999999999Y, years 1 to 9999",
    "DURATION, P999999999W, years 1 to 9999",
    "CYCLE, R3, is not a cycle such as",
    "CYCLE, R-1/PT5M, is not a cycle such as",
    "CYCLE, R3/2026-11-24, is not a cycle such as",
    "CYCLE, R3/PT5M/2026-11-24/2026-11-25, is not a cycle such as",
    "CYCLE, R/PT0.9S, shortest interval is one second",
    "CYCLE, R/PT0S, shortest interval is one second",
    "CYCLE, R/2026-11-25/2026-11-24, shortest interval is one second",
    "CYCLE, R3/P9000Y, years 1 to 9999",
    "CYCLE, R/P999999999Y, years 1 to 9999",
    "CYCLE, every day, 'is not a cron expression of six or seven fields such as 0 30 8 ? * MON-FRI'",
    "CYCLE, */5 * * * *, is not a cron expression",
    "CYCLE, 0 0 25 * * ?, 'Value 25 not in range [0, 23]'",
    "CYCLE, 0 0 12 31 2 ?, has no time",
  })
  void an_invalid_time_is_refused_with_the_reason(Kind kind, String text, String reason) {
    assertThatThrownBy(() -> Schedule.of(kind, text, NOON))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_timer_without_a_time_is_refused() {
    for (Object value : new Object[] {" ", 5L}) {
      assertThatThrownBy(() -> Schedule.of(Kind.DATE, value, NOON))
          .isInstanceOf(ExpressionException.class)
          .hasMessageContaining("its value must be a text or a date");
    }
    assertThatThrownBy(() -> Schedule.of(Kind.DATE, null, NOON))
        .isInstanceOf(ExpressionException.class);
  }

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds).toInstant();
  }

  /** As a runner sees them that is always on time, as hours and minutes. */
  private static List<String> allTimes(String text) {
    List<String> times = new ArrayList<>();
    Optional<Schedule> next = Optional.of(Schedule.of(Kind.CYCLE, text, NOON));
    while (next.isPresent()) {
      Instant dueAt = next.orElseThrow().dueAt();
      times.add(dueAt.toString().substring(11, 16));
      next = next.orElseThrow().next(dueAt.atZone(ZoneOffset.UTC));
    }
    return times;
  }
}
