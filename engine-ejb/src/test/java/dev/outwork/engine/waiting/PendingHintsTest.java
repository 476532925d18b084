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
  void what_was_taken_here_before_it_was_told_is_not_told() {
    pending.add(Set.of("a", "b"));
    pending.nothingLeft(Set.of("a"), pending.last());

    assertThat(pending.take()).containsExactly("b");
  }

  @Test
  void what_comes_while_somebody_here_looks_for_work_is_told() {
    pending.add(Set.of("a"));
    long beforeLooking = pending.last();
    pending.add(Set.of("a"));
    pending.nothingLeft(Set.of("a"), beforeLooking);

    assertThat(pending.take()).containsExactly("a");
  }
}
