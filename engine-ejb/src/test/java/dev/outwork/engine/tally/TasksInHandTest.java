package dev.outwork.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TasksInHandTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = BEGIN.plusSeconds(7);

  private final TasksInHand inHand = new TasksInHand();

  @Test
  void a_completed_task_was_in_hand_since_its_last_fetch() {
    inHand.note(TaskEvent.FETCHED, "task", BEGIN.minusSeconds(9));
    inHand.note(TaskEvent.FETCHED, "task", BEGIN);

    assertThat(inHand.note(TaskEvent.COMPLETED, "task", LATER)).isEqualTo(Duration.ofSeconds(7));
    assertThat(inHand.note(TaskEvent.COMPLETED, "task", LATER)).isNull();
  }

  @Test
  void of_a_task_that_another_node_has_handed_out_nothing_is_known() {
    assertThat(inHand.note(TaskEvent.COMPLETED, "task", LATER)).isNull();
  }

  @Test
  void a_worker_that_completes_after_its_lock_has_expired_had_the_task_all_the_time() {
    inHand.note(TaskEvent.FETCHED, "task", BEGIN);
    inHand.note(TaskEvent.LOCK_EXPIRED, "task", BEGIN.plusSeconds(5));

    assertThat(inHand.note(TaskEvent.COMPLETED, "task", LATER)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void tasks_that_end_elsewhere_give_way_to_newer_ones() {
    inHand.note(TaskEvent.FETCHED, "oldest", BEGIN);
    for (int i = 0; i < TasksInHand.MOST; i++) {
      inHand.note(TaskEvent.FETCHED, "task" + i, BEGIN);
    }

    assertThat(inHand.note(TaskEvent.COMPLETED, "oldest", LATER)).isNull();
    assertThat(inHand.note(TaskEvent.COMPLETED, "task0", LATER)).isNotNull();
  }
}
