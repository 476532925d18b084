package dev.outwork.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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

  @Test
  void guesses_of_others_make_nobody_wait_where_it_has_logged_in_before() {
    failed.succeeded(MARY);
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
    failed.succeeded(MARY);

    failsOften(MARY, 5);

    waits(MARY, 1);
  }

  @Test
  void a_login_does_not_make_guesses_free_again() {
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
    failed.succeeded(MARY);

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
  void after_a_login_nobody_has_to_wait_for_it() {
    failsOften(MARY, 5);
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
    failed.succeeded(MARY);

    for (int call = 1; call <= 100; call++) {
      assertThat(failed.isWorthChecking(MARY, "right")).isTrue();
      failed.succeeded(MARY);
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
