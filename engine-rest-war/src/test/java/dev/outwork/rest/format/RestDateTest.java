package dev.outwork.rest.format;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestDateTest {
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(zone);
  }

  @Test
  void utc_is_written_as_an_offset_of_zero_without_colon_or_letter() {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));

    String written = RestDate.format(Instant.parse("2015-10-06T14:34:42.007Z"));

    assertThat(written).isEqualTo("2015-10-06T14:34:42.007+0000");
  }

  @Test
  void a_date_is_written_in_the_zone_of_the_server() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));

    String written = RestDate.format(Instant.parse("2015-10-06T14:34:42Z"));

    assertThat(written).isEqualTo("2015-10-06T16:34:42.000+0200");
  }

  @Test
  void a_year_of_more_than_four_digits_is_read_back_as_it_was_written() {
    Instant far = Instant.parse("+12345-01-01T00:00:00Z");

    assertThat(RestDate.parse(RestDate.format(far))).contains(far);
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01T00:00:00.000+0000, 0001-01-01T00:00:00Z",
    "0001-03-01T00:00:00.000+0000, 0001-03-01T00:00:00Z",
    "0500-02-28T12:00:00.000+0000, 0500-02-28T12:00:00Z",
    "1500-03-01T00:00:00.000+0000, 1500-03-01T00:00:00Z",
    "1582-10-04T23:59:59.999+0000, 1582-10-04T23:59:59.999Z",
    "1582-10-10T00:00:00.000+0000, 1582-10-10T00:00:00Z",
    "1582-10-15T00:00:00.000+0000, 1582-10-15T00:00:00Z",
    "0000-12-30T00:00:00.000+0000, 0000-12-30T00:00:00Z",
    "-0044-03-15T00:00:00.000+0000, -0044-03-15T00:00:00Z"
  })
  void a_date_of_the_julian_calendar_stays_where_it_is(String text, Instant expected) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));

    assertThat(RestDate.parse(text)).contains(expected);
    assertThat(RestDate.format(expected)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Europe/Vienna", "America/New_York", "Africa/Monrovia", "Asia/Kolkata"})
  void a_date_is_read_back_as_it_was_written(String place) {
    TimeZone.setDefault(TimeZone.getTimeZone(place));

    for (int year = -100; year < 2100; year += 7) {
      Instant date = LocalDate.of(year, 2, 28).plusDays(year & 3).atStartOfDay(UTC).toInstant();
      String written = RestDate.format(date);

      assertThat(RestDate.parse(written)).as(written).contains(date);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2015-10-06T16:34:42.000+0200, 2015-10-06T14:34:42Z",
    "2015-10-06T14:34:42.000GMT,   2015-10-06T14:34:42Z",
    "2015-10-06T16:34:42.000GMT+02:00, 2015-10-06T14:34:42Z",
    "2015-10-06T14:34:42.5+0000,   2015-10-06T14:34:42.005Z",
    "2015-13-01T00:00:00.000+0000, 2016-01-01T00:00:00Z",
    "2015-10-06T14:34:42.000+0000junk, 2015-10-06T14:34:42Z"
  })
  void a_date_is_read_as_leniently_as_clients_are_used_to(String text, Instant expected) {
    assertThat(RestDate.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015-10-06T16:34:42.000+02:00",
        "2015-10-06T14:34:42.000Z",
        "2015-10-06T14:34:42+0000",
        "2015-10-06T14:34:42.000",
        "2015-10-06",
        ""
      })
  void any_other_form_is_no_date(String text) {
    assertThat(RestDate.parse(text)).isEmpty();
  }
}
