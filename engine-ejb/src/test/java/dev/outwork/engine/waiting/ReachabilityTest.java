package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private long now = 1_000;
  private final Reachability database = new Reachability(() -> now);

  @Test
  void the_database_is_available_while_it_answers() {
    database.asked();
    database.answered();
    pass(Duration.ofHours(1));

    assertThat(database.isAway()).isFalse();
  }

  @Test
  void the_database_is_unavailable_after_five_seconds_without_an_answer() {
    database.asked();
    pass(Duration.ofMillis(4_999));
    database.asked();
    assertThat(database.isAway()).isFalse();

    pass(Duration.ofMillis(1));

    assertThat(database.isAway()).isTrue();
  }

  @Test
  void the_database_is_available_again_with_the_first_answer() {
    database.asked();
    pass(Duration.ofMinutes(1));

    database.answered();
    database.asked();

    assertThat(database.isAway()).isFalse();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
