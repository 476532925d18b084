package dev.outwork.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outwork.rest.token.MovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of docs/operations.md, "Failed logins". */
class FailedLoginsTest {
  private static final Login MARY = Login.of("192.0.2.1", "mary");
  private static final Login MARY_ELSEWHERE = Login.of("192.0.2.2", "mary");

  private final MovedClock clock = new MovedClock();
  private final FailedLogins failed = new FailedLogins(clock);
  private int guesses;

  @Test
  void five_guesses_are_free_and_then_each_wait_is_twice_as_long_up_to_half_a_minute() {
    for (int guess = 1; guess <= 5; guess++) {
      fails(MARY);
    }

    for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      waits(MARY, seconds);
      clock.advance(Duration.ofSeconds(seconds));
      fails(MARY);
    }
  }

  @Test
  void a_guess_before_its_time_is_not_checked_and_makes_nobody_wait_longer() {
    failsOften(MARY, 5);

    for (int guess = 1; guess <= 100; guess++) {
      waits(MARY, 1);
    }
    clock.advance(Duration.ofSeconds(1));

    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
  }

  @Test
  void the_same_wrong_password_again_is_no_guess() {
    for (int time = 1; time <= 100; time++) {
      if (failed.isWorthChecking(MARY, "old")) {
        failed.failed(MARY, "old");
      }
    }

    assertThat(failed.isWorthChecking(MARY, "old")).isFalse();
    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
  }

  /** It may be right by now: an identity store changes. */
  @Test
  void a_wrong_password_is_checked_again_after_half_a_minute_and_does_not_count_either() {
    failsOften(MARY, 3);
    for (int time = 1; time <= 100; time++) {
      assertThat(failed.isWorthChecking(MARY, "old")).isTrue();
      failed.failed(MARY, "old");
      assertThat(failed.isWorthChecking(MARY, "old")).isFalse();
      clock.advance(FailedLogins.MOST_WAIT.plusMillis(1));
    }

    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
  }

  @Test
  void a_password_that_is_right_by_now_is_no_longer_known_as_wrong() {
    failed.failed(MARY, "early");
    clock.advance(FailedLogins.RECHECKED_EVERY.plusMillis(1));
    assertThat(failed.isWorthChecking(MARY, "early")).isTrue();
    failed.succeeded(MARY, "early");

    assertThat(failed.isWorthChecking(MARY, "early")).isTrue();
  }

  @Test
  void a_wrong_password_is_checked_again_by_one_caller() {
    failed.failed(MARY, "old");
    clock.advance(FailedLogins.RECHECKED_EVERY.plusMillis(1));

    assertThat(failed.isWorthChecking(MARY, "old")).isTrue();
    assertThat(failed.isWorthChecking(MARY, "old")).isFalse();
  }

  /** Many workers with an old password behind one address, of which one is corrected. */
  @Test
  void a_wrong_password_that_is_checked_again_does_not_wait_and_makes_nobody_wait() {
    failed.failed(MARY, "old");
    for (int name = 1; name < FailedLogins.FREE; name++) {
      fails(Login.of("192.0.2.1", "name-" + name));
    }
    clock.advance(FailedLogins.RECHECKED_EVERY.plusMillis(1));

    assertThat(failed.isWorthChecking(MARY, "old")).isTrue();
    assertThat(failed.isWorthChecking(Login.of("192.0.2.1", "john"), "right")).isTrue();
    failed.failed(Login.of("192.0.2.1", "john"), "wrong");
    clock.advance(FailedLogins.FIRST_WAIT);
    assertThat(failed.isWorthChecking(MARY, "old")).isFalse();
  }

  @Test
  void a_worker_with_an_old_password_is_remembered_as_long_as_it_calls() {
    failed.failed(MARY, "old");
    for (int minute = 1; minute <= 60; minute++) {
      clock.advance(Duration.ofMinutes(1));
      assertThat(failed.isWorthChecking(MARY, "old")).isTrue();
      failed.failed(MARY, "old");
    }

    assertThat(failed.remembered()).isEqualTo(1);
  }

  @Test
  void guesses_of_many_names_from_one_address_have_to_wait() {
    for (int name = 1; name <= FailedLogins.FREE; name++) {
      fails(Login.of("192.0.2.1", "name-" + name));
    }

    waits(MARY, 1);
    assertThat(failed.isWorthChecking(MARY_ELSEWHERE, "right")).isTrue();
  }

  @Test
  void guesses_of_one_name_from_many_addresses_have_to_wait() {
    for (int address = 1; address <= FailedLogins.FREE; address++) {
      fails(Login.of("198.51.100." + address, "mary"));
    }

    waits(MARY, 1);
    assertThat(failed.isWorthChecking(Login.of("192.0.2.1", "john"), "right")).isTrue();
  }

  /** Else whoever guesses a name elsewhere could keep its owner out. */
  @Test
  void a_name_waits_for_a_second_at_most_because_of_guesses_from_other_addresses() {
    for (int address = 1; address <= 2 * FailedLogins.FREE; address++) {
      fails(Login.of("198.51.100." + address, "mary"));
      clock.advance(FailedLogins.FIRST_WAIT);
    }
    fails(Login.of("198.51.100.100", "mary"));

    waits(MARY, 1);
  }

  @Test
  void guesses_of_others_make_nobody_wait_where_it_has_logged_in_before() {
    failed.succeeded(MARY, "right");
    for (int other = 1; other <= FailedLogins.FREE; other++) {
      fails(Login.of("198.51.100." + other, "mary"));
      fails(Login.of("192.0.2.1", "name-" + other));
    }

    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
    waits(MARY_ELSEWHERE, 1);
    waits(Login.of("192.0.2.1", "john"), 1);
  }

  @Test
  void guesses_have_to_wait_also_where_the_name_has_logged_in_before() {
    failed.succeeded(MARY, "right");

    failsOften(MARY, 5);

    waits(MARY, 1);
  }

  @Test
  void a_login_does_not_make_guesses_free_again() {
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
    failed.succeeded(MARY, "right");

    fails(MARY);

    waits(MARY, 2);
  }

  @Test
  void while_one_guess_is_checked_the_next_one_has_to_wait() {
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.isWorthChecking(MARY, "one")).isTrue();

    waits(MARY, 1);
  }

  @Test
  void guesses_are_checked_one_by_one_also_where_the_name_has_logged_in_before() {
    failed.succeeded(MARY, "right");
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.isWorthChecking(MARY, "one")).isTrue();

    waits(MARY, 1);
  }

  @Test
  void where_a_name_has_logged_in_before_it_need_not_wait_after_its_login_either() {
    failed.succeeded(MARY, "right");
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));

    for (int call = 1; call <= 100; call++) {
      assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
      failed.succeeded(MARY, "right");
    }
  }

  @Test
  void after_a_login_nobody_has_to_wait_for_it() {
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
    failed.succeeded(MARY, "right");

    for (int call = 1; call <= 100; call++) {
      assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
      failed.succeeded(MARY, "right");
    }
  }

  @Test
  void all_is_forgotten_after_a_quarter_of_an_hour() {
    failsOften(MARY, 5);
    clock.advance(FailedLogins.MEMORY.plusMillis(1));

    failsOften(MARY, 4);

    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
    assertThat(failed.remembered()).isEqualTo(3);
  }

  @Test
  void who_has_a_network_has_one_address() {
    for (int address = 1; address <= FailedLogins.FREE; address++) {
      fails(Login.of("2001:db8:1:2:0:0:0:" + address, "name-" + address));
    }

    waits(Login.of("2001:db8:1:2:3:4:5:6", "mary"), 1);
    assertThat(failed.isWorthChecking(Login.of("2001:db8:1:3:0:0:0:1", "mary"), "right")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:2, true",
    "2001:db8:1:2::1, 2001:DB8:1:2:ffff::, true",
    "2001:db8::1, 2001:db8::2:0:0:0:1, false",
    "2001:db8::1, 2001:db8:0:0:5::, true",
    "fe80::1%eth0, fe80::2, true",
    "::ffff:192.0.2.1, 192.0.2.1, true",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
    "192.0.2.1, 192.0.2.2, false",
    "proxy:1, proxy:2, false"
  })
  void addresses_of_a_network_are_one_however_they_are_written(
      String one, String other, boolean areOne) {
    assertThat(Login.of(one, "mary").equals(Login.of(other, "mary"))).isEqualTo(areOne);
  }

  @Test
  void the_memory_is_bounded() {
    for (int name = 1; name <= FailedLogins.MOST_REMEMBERED; name++) {
      failed.failed(Login.of("192.0.2.1", "name-" + name), "guess");
    }

    assertThat(failed.remembered()).isEqualTo(FailedLogins.MOST_REMEMBERED);
    waits(MARY, 30);
  }

  private void failsOften(Login login, int times) {
    for (int time = 1; time <= times; time++) {
      fails(login);
    }
  }

  private void fails(Login login) {
    String guess = "guess-" + ++guesses;
    assertThat(failed.isWorthChecking(login, guess)).isTrue();
    failed.failed(login, guess);
  }

  private void waits(Login login, long seconds) {
    assertThatExceptionOfType(SlowedDown.class)
        .isThrownBy(() -> failed.isWorthChecking(login, "guess"))
        .satisfies(slowed -> assertThat(slowed.seconds()).isEqualTo(seconds));
  }
}
