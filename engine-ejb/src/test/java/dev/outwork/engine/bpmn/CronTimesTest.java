package dev.outwork.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.TimerTrigger.Kind;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 12 * * ?        | 2027-03-27T12:00 2027-03-28T12:00",
        "0 0 12 * * *        | 2027-03-27T12:00 2027-03-28T12:00",
        "0 0/20 * * * ?      | 2027-03-27T09:20 2027-03-27T09:40 2027-03-27T10:00",
        "0 30 8 ? * MON-FRI  | 2027-03-29T08:30 2027-03-30T08:30",
        "0 0 12 ? * 1        | 2027-03-29T12:00 2027-04-05T12:00",
        "0 0 12 ? * 7        | 2027-03-28T12:00 2027-04-04T12:00",
        "0 0 12 ? * 0        | 2027-03-28T12:00 2027-04-04T12:00",
        "0 0 12 ? * FRI-MON  | 2027-03-27T12:00 2027-03-28T12:00 2027-03-29T12:00 2027-04-02T12:00",
        "0 0 12 13 * FRI     | 2027-08-13T12:00 2028-10-13T12:00",
        "0 0 12 L * ?        | 2027-03-31T12:00 2027-04-30T12:00",
        "0 0 12 LW * ?       | 2027-03-31T12:00 2027-04-30T12:00 2027-05-31T12:00",
        "0 0 12 15W * ?      | 2027-04-15T12:00 2027-05-14T12:00",
        "0 0 12 30W * ?      | 2027-03-30T12:00 2027-04-30T12:00 2027-05-31T12:00",
        "0 0 12 ? * MON#2    | 2027-04-12T12:00 2027-05-10T12:00",
        "0 0 12 ? * 5L       | 2027-04-30T12:00 2027-05-28T12:00",
        "0 0 12 1 JAN,JUL ?  | 2027-07-01T12:00 2028-01-01T12:00",
        "0 0 12 1 1 ? 2030   | 2030-01-01T12:00",
        "0 0 12 1 1 ? 2028-2029 | 2028-01-01T12:00 2029-01-01T12:00",
        "0 0 12 29 2 ? *     | 2028-02-29T12:00 2032-02-29T12:00",
        "@daily              | 2027-03-28T00:00 2027-03-29T00:00",
        "@hourly             | 2027-03-27T10:00 2027-03-27T11:00",
      })
  void its_fields_are_those_of_the_reference(String text, String times) {
    List<String> expected = List.of(times.split(" "));

    List<ZonedDateTime> found = times(text, "2027-03-27T09:10", ZoneId.of("UTC"), expected.size());

    assertThat(found.stream().map(time -> time.toLocalDateTime().toString())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 8 * * ?    | 2027-03-27T08:00+01:00 2027-03-28T08:00+02:00",
        "0 30 2 * * ?   | 2027-03-27T02:30+01:00 2027-03-29T02:30+02:00",
        "0 0 3 * * ?    | 2027-03-27T03:00+01:00 2027-03-28T03:00+02:00",
        "0 0 0/1 28 * ? | 2027-03-28T00:00+01:00 2027-03-28T01:00+01:00 2027-03-28T03:00+02:00",
      })
  void a_time_skipped_by_daylight_saving_does_not_occur(String text, String times) {
    assertThat(offsets(text, "2027-03-27T00:00", times)).isEqualTo(List.of(times.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 8 * * ?    | 2027-10-30T08:00+02:00 2027-10-31T08:00+01:00",
        "0 30 2 * * ?   | 2027-10-30T02:30+02:00 2027-10-31T02:30+02:00 2027-11-01T02:30+01:00",
        "0 0 2/1 31 * ? | 2027-10-31T02:00+02:00 2027-10-31T02:00+01:00 2027-10-31T03:00+01:00",
        "0 0/30 2 31 * ? | 2027-10-31T02:00+02:00 2027-10-31T02:30+02:00 2027-10-31T02:00+01:00 2027-10-31T02:30+01:00",
      })
  void a_time_that_occurs_twice_counts_once_and_repetitions_continue(String text, String times) {
    assertThat(offsets(text, "2027-10-30T00:00", times)).isEqualTo(List.of(times.split(" ")));
  }

  @Test
  void a_year_that_has_passed_leaves_its_last_time() {
    ZonedDateTime now = ZonedDateTime.parse("2027-03-27T09:10:00Z");

    Schedule schedule = Schedule.of(Kind.CYCLE, "0 0 12 1 1 ? 2020", now);

    assertThat(schedule.dueAt()).isEqualTo("2020-01-01T12:00:00Z");
    assertThat(schedule.next(now)).isEmpty();
  }

  @Test
  void a_month_without_the_day_is_skipped() {
    assertThat(times("0 0 12 30W * ?", "2027-01-31T12:00", ZoneId.of("UTC"), 1))
        .containsExactly(ZonedDateTime.parse("2027-03-30T12:00:00Z[UTC]"));
  }

  @Test
  void a_time_that_is_fired_early_has_been_used() {
    ZonedDateTime now = ZonedDateTime.parse("2027-03-27T09:10:00Z");
    Schedule noon = Schedule.of(Kind.CYCLE, "0 0 12 * * ?", now);

    assertThat(noon.next(now)).map(Schedule::dueAt).hasToString("Optional[2027-03-28T12:00:00Z]");
  }

  private static List<String> offsets(String text, String from, String expected) {
    return times(text, from, BERLIN, expected.split(" ").length).stream()
        .map(time -> time.toOffsetDateTime().toString())
        .toList();
  }

  /** The first times of a timer that is always on time. */
  private static List<ZonedDateTime> times(String text, String from, ZoneId zone, int most) {
    ZonedDateTime now = LocalDateTime.parse(from).atZone(zone);
    List<ZonedDateTime> times = new ArrayList<>();
    Optional<Schedule> next = Optional.of(Schedule.of(Kind.CYCLE, text, now));
    while (next.isPresent() && times.size() < most) {
      ZonedDateTime due = next.get().dueAt().atZone(zone);
      times.add(due);
      next = next.get().next(due);
    }
    return times;
  }
}
