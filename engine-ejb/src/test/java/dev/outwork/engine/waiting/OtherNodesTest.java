package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherNodesTest {
  private final OtherNodes others = new OtherNodes();

  @Test
  void they_are_counted_before_anything_is_known() {
    assertThat(others.mustBeCounted()).isTrue();
    assertThat(others.isKnownToBeNone()).isFalse();
  }

  @Test
  void a_count_that_finds_nobody_is_believed_until_somebody_is_heard() {
    others.counted(false, others.changes());
    assertThat(others.isKnownToBeNone()).isTrue();

    others.hasBeenHeard();

    assertThat(others.isKnownToBeNone()).isFalse();
  }

  /** The other one began to listen when the count had not seen it. */
  @Test
  void a_count_is_ignored_if_somebody_was_heard_meanwhile() {
    long before = others.changes();
    others.hasBeenHeard();

    others.counted(false, before);

    assertThat(others.isKnownToBeNone()).isFalse();
  }

  /** While it did not listen, others may have begun. */
  @Test
  void a_count_is_ignored_if_the_node_has_begun_to_listen_meanwhile() {
    long before = others.changes();
    others.forget();

    others.counted(false, before);

    assertThat(others.mustBeCounted()).isTrue();
  }

  @Test
  void a_node_that_begins_to_listen_counts_again() {
    others.counted(false, others.changes());

    others.forget();

    assertThat(others.mustBeCounted()).isTrue();
  }
}
