package dev.outwork.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTimeCycleTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "R5/PT5M, PT5M PT5M PT5M PT5M",
    "' R2/P1D ', PT24H",
    "'PT10M,PT17M,PT20M', PT10M PT17M PT20M",
    "'PT10M, PT20M', PT10M PT20M",
    "PT1H, PT1H",
    "R1/PT1H, ''",
    "R0/PT1H, ''",
    "'R3/PT30S,PT4M', PT30S PT4M",
    "'PT1M, R5/PT2M', PT1M PT2M",
    "'PT5M,', PT5M",
  })
  void a_job_waits_before_each_attempt_but_the_first(String text, String waits) {
    RetryTimeCycle cycle = RetryTimeCycle.parse(text);

    assertThat(
            IntStream.range(1, cycle.attempts())
                .mapToObj(failures -> cycle.nextAttempt(cycle.attempts() - failures, NOON))
                .map(next -> Duration.between(NOON, next).toString()))
        .containsExactly(waits.isEmpty() ? new String[0] : waits.split(" "));
  }

  @Test
  void a_job_with_more_retries_than_its_cycle_has_waits_as_at_first() {
    RetryTimeCycle cycle = RetryTimeCycle.parse("PT1M,PT2M");

    assertThat(cycle.nextAttempt(9, NOON)).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void a_cycle_without_a_number_never_gives_up() {
    assertThat(RetryTimeCycle.parse("R/PT5M").attempts()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void unless_a_process_says_otherwise_a_job_is_tried_three_times() {
    assertThat(RetryTimeCycle.DEFAULT.attempts()).isEqualTo(3);
    assertThat(RetryTimeCycle.DEFAULT.nextAttempt(2, NOON)).isEqualTo(NOON.plusSeconds(5));
    assertThat(RetryTimeCycle.DEFAULT.nextAttempt(1, NOON)).isEqualTo(NOON.plusSeconds(30));
  }

  @Test
  void no_wait_goes_beyond_the_calendar() {
    assertThat(RetryTimeCycle.parse("R3/P999999999Y").nextAttempt(2, NOON))
        .isEqualTo("9999-12-31T23:59:59Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "R5", "R5/", "R-1/PT5M", ",PT5M", "R2/PT5M,5M", "soon"})
  void what_is_no_cycle_is_refused(String text) {
    assertThatThrownBy(() -> RetryTimeCycle.parse(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageStartingWith(
            "'%s' is not a camunda:failedJobRetryTimeCycle such as R3/PT10M or PT1M,PT10M: ", text)
        .hasMessageContaining("is not an ISO 8601 duration");
  }
}
