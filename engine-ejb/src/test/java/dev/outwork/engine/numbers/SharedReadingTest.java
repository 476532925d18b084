package dev.outwork.engine.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.testkit.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedReadingTest {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger readings = new AtomicInteger();
  private final SharedReading<Integer> shared =
      new SharedReading<>(readings::incrementAndGet, clock, FRESH);

  @Test
  void those_who_ask_within_some_time_share_what_is_read() {
    assertThat(shared.get()).isEqualTo(1);
    clock.advance(FRESH.minusSeconds(1));
    assertThat(shared.get()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));

    assertThat(shared.get()).isEqualTo(2);
  }

  @Test
  void those_who_ask_at_once_share_it_too() throws Exception {
    try (AtOnce together = new AtOnce()) {
      assertThat(together.run(8, i -> shared::get)).extracting(Outcome::result).containsOnly(1);
    }
  }

  @Test
  void what_takes_long_to_read_is_shared_for_a_hundred_times_as_long() {
    SharedReading<Integer> slow = taking(Duration.ofMillis(100));
    assertThat(slow.get()).isEqualTo(1);

    clock.advance(Duration.ofMillis(9_899));
    assertThat(slow.get()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(slow.get()).isEqualTo(2);
  }

  /** The first reading of a node takes long: its code is not compiled yet. */
  @Test
  void nothing_is_shared_for_longer_than_twenty_seconds() {
    SharedReading<Integer> slow = taking(Duration.ofSeconds(1));
    assertThat(slow.get()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(18));
    assertThat(slow.get()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(slow.get()).isEqualTo(2);
  }

  private SharedReading<Integer> taking(Duration time) {
    return new SharedReading<>(
        () -> {
          clock.advance(time);
          return readings.incrementAndGet();
        },
        clock,
        FRESH);
  }

  @Test
  void a_failure_is_not_shared() {
    SharedReading<Integer> failing =
        new SharedReading<>(
            () -> {
              if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("no database");
              }
              return 7;
            },
            clock,
            FRESH);

    assertThatThrownBy(failing::get).hasMessage("no database");
    assertThat(failing.get()).isEqualTo(7);
  }
}
