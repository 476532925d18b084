package dev.outwork.rest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates that accept more formats (docs/rest-api.md, "Dates"). */
class IsoDateTest {
  private final TimeZone zone = TimeZone.getDefault();

  @BeforeEach
  void goToBerlin() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
  }

  @AfterEach
  void restore() {
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "2015-10-06T16:34:42.000+0200,   2015-10-06T14:34:42Z",
    "2015-10-06T16:34:42.000+02:00,  2015-10-06T14:34:42Z",
    "2015-10-06T16:34:42+02,         2015-10-06T14:34:42Z",
    "2015-10-06T14:34:42Z,           2015-10-06T14:34:42Z",
    "2015-10-06T14:34:42.123456Z,    2015-10-06T14:34:42.123456Z",
    "2015-10-06T14:34Z,              2015-10-06T14:34:00Z"
  })
  void a_date_that_names_its_zone_is_of_that_zone(String text, Instant expected) {
    assertThat(IsoDate.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2015-10-06T16:34:42.007,  2015-10-06T14:34:42.007Z",
    "2015-10-06T16:34:42,      2015-10-06T14:34:42Z",
    "2015-10-06T16:34,         2015-10-06T14:34:00Z",
    "2015-10-06T16,            2015-10-06T14:00:00Z",
    "2015-10-06,               2015-10-05T22:00:00Z",
    "2015-01-06,               2015-01-05T23:00:00Z"
  })
  void any_other_is_of_the_zone_of_the_server(String text, Instant expected) {
    assertThat(IsoDate.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2015",
        "16:34",
        "2015-13-01",
        "06.10.2015",
        "+12345-01-01",
        "1444142082000"
      })
  void an_invalid_date_is_empty(String text) {
    assertThat(IsoDate.parse(text)).isEmpty();
  }
}
