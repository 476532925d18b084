package dev.outwork.api.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The delays of failed tasks. */
class RetryPolicyTest {
  @Test
  void a_fixed_delay_is_the_same_each_time() {
    RetryPolicy policy = RetryPolicy.fixed(5, Duration.ofSeconds(3));

    assertThat(policy.delayAfter(1)).hasSeconds(3);
    assertThat(policy.delayAfter(4)).hasSeconds(3);
  }

  @Test
  void an_exponential_delay_doubles_up_to_its_longest() {
    RetryPolicy policy = RetryPolicy.exponential(9, Duration.ofSeconds(1), Duration.ofSeconds(10));

    assertThat(policy.delayAfter(1)).hasSeconds(1);
    assertThat(policy.delayAfter(2)).hasSeconds(2);
    assertThat(policy.delayAfter(4)).hasSeconds(8);
    assertThat(policy.delayAfter(5)).hasSeconds(10);
    assertThat(policy.delayAfter(5_000)).hasSeconds(10);
  }

  @Test
  void a_jitter_spreads_the_delay_and_keeps_within_its_share_and_the_longest() {
    Duration delay = Duration.ofSeconds(100);
    RetryPolicy policy = new RetryPolicy(3, delay, 1, 0.2, Duration.ofSeconds(110));

    List<Duration> delays = IntStream.range(0, 1_000).mapToObj(i -> policy.delayAfter(1)).toList();

    assertThat(delays)
        .allSatisfy(
            each -> assertThat(each).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(110)));
    // A quarter of the delays are cut to the maximum.
    assertThat(Set.copyOf(delays)).hasSizeGreaterThan(500);
  }

  @Test
  void options_are_read_from_texts() {
    RetryPolicy policy =
        RetryPolicy.DEFAULT.with(
            Map.of("retryAttempts", " 7 ", "retryDelay", "PT2H", "retryJitter", "0")::get);

    assertThat(policy)
        .isEqualTo(new RetryPolicy(7, Duration.ofHours(2), 2, 0, Duration.ofHours(2)));
  }

  @Test
  void what_cannot_be_is_named() {
    assertRefused("retryAttempts", "many", "retryAttempts is 'many': it must be a number");
    assertRefused("retryAttempts", "0", "retryAttempts is 0: it must be at least 1");
    assertRefused("retryDelay", "10", "retryDelay is '10': it must be an ISO 8601 duration");
    assertRefused("retryDelay", "PT-1S", "retryDelay is PT-1S: it must not be negative");
    assertRefused("retryMultiplier", "0.5", "retryMultiplier is 0.5: it must be at least 1");
    assertRefused("retryMultiplier", "NaN", "retryMultiplier is NaN: it must be at least 1");
    assertRefused("retryJitter", "1.1", "retryJitter is 1.1: it must be between 0 and 1");
    assertRefused("retryMaxDelay", "PT1S", "retryMaxDelay is PT1S: it must not be shorter");
    assertRefused(
        "retryMaxDelay", "P40000D", "retryMaxDelay is PT960000H: it must be at most 36500 days");
  }

  private static void assertRefused(String option, String text, String message) {
    assertThatThrownBy(() -> RetryPolicy.DEFAULT.with(Map.of(option, text)::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
