package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingHintsTest {
  private final PendingHints pending = new PendingHints();

  @Test
  void each_topic_is_told_once() {
    pending.add(Set.of("a", "b"));
    pending.add(Set.of("b", "c"));

    assertThat(pending.take()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(pending.take()).isEmpty();
  }

  @Test
  void tasks_fetched_here_before_the_hint_are_not_announced() {
    pending.add(Set.of("a", "b"));
    pending.nothingLeft(Set.of("a"), pending.last());

    assertThat(pending.take()).containsExactly("b");
  }

  @Test
  void work_that_arrives_during_a_fetch_is_announced() {
    pending.add(Set.of("a"));
    long beforeLooking = pending.last();
    pending.add(Set.of("a"));
    pending.nothingLeft(Set.of("a"), beforeLooking);

    assertThat(pending.take()).containsExactly("a");
  }
}
