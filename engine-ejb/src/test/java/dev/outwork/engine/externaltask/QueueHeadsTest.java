package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.token.Instance.Definition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The queue heads known after a claim, and how long they are trusted. */
class QueueHeadsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static final long LONG = TimeUnit.MINUTES.toNanos(1);

  private final QueueHeads heads = new QueueHeads();

  @Test
  void a_claim_by_age_goes_on_at_the_last_task_that_was_taken() {
    FetchAndLock request = request(2, false, "a");

    heads.hasLooked(whole(request, task("a", 0, 1), task("a", 0, 2)));

    assertThat(heads.of(request, NOW)).containsExactly(Map.entry("a", head(2, Long.MIN_VALUE)));
  }

  @Test
  void a_claim_by_priority_goes_on_at_its_priority() {
    FetchAndLock request = request(2, true, "a");

    heads.hasLooked(whole(request, task("a", 9, 3), task("a", 7, 2)));

    assertThat(heads.of(request, NOW)).containsExactly(Map.entry("a", head(2, 7)));
  }

  @Test
  void new_urgent_tasks_do_not_move_the_head() {
    FetchAndLock request = request(1, true, "a");
    heads.hasLooked(whole(request, task("a", 7, 2)));

    heads.hasLooked(further(request, task("a", 8, 5)));

    assertThat(heads.of(request, NOW)).containsExactly(Map.entry("a", head(2, 7)));
  }

  @Test
  void a_queue_that_is_drained_begins_ten_seconds_ago() {
    FetchAndLock request = request(2, true, "a");

    heads.hasLooked(whole(request, task("a", 7, 2)));

    assertThat(heads.of(request, NOW))
        .containsExactly(Map.entry("a", QueueHead.drained(NOW.minusSeconds(10))));
  }

  @Test
  void below_a_priority_that_is_drained_nothing_is_known() {
    FetchAndLock request = request(2, true, "a");
    heads.hasLooked(whole(request, task("a", 7, 2), task("a", 7, 3)));

    heads.hasLooked(further(request, task("a", 7, 4)));

    assertThat(heads.of(request, NOW)).isEmpty();
  }

  @Test
  void after_a_partial_claim_all_open_tasks_of_the_topic_are_considered() {
    FetchAndLock request = request(1, false, "a", "b");

    heads.hasLooked(whole(request, task("a", 0, 2)));

    assertThat(heads.of(request, NOW))
        .containsOnly(Map.entry("a", head(2, Long.MIN_VALUE)), Map.entry("b", QueueHead.ANYWHERE));
  }

  @Test
  void a_partial_claim_keeps_the_known_queue_head() {
    FetchAndLock request = request(1, false, "a", "b");
    heads.hasLooked(whole(request, task("b", 0, 1)));

    heads.hasLooked(whole(request, task("a", 0, 2)));

    assertThat(heads.of(request, NOW))
        .containsOnly(
            Map.entry("a", head(2, Long.MIN_VALUE)), Map.entry("b", head(1, Long.MIN_VALUE)));
  }

  @Test
  void an_unknown_topic_makes_the_claim_scan_everything() {
    heads.hasLooked(whole(request(1, false, "a"), task("a", 0, 2)));

    assertThat(heads.of(request(1, false, "a", "b"), NOW)).isEmpty();
  }

  @Test
  void the_head_depends_on_the_order() {
    heads.hasLooked(whole(request(1, false, "a"), task("a", 0, 2)));

    assertThat(heads.of(request(1, true, "a"), NOW)).isEmpty();
  }

  @Test
  void nothing_is_known_of_conditions_and_of_the_newest_first() {
    FetchAndLock newest =
        new FetchAndLock("w", 1, false, CreateTimeOrder.DESCENDING, List.of(topic("a")));
    FetchAndLock some = new FetchAndLock("w", 1, false, null, List.of(ofBusinessKey("a", "order")));
    heads.hasLooked(whole(request(1, false, "a"), task("a", 0, 2)));
    heads.hasLooked(whole(newest, task("a", 0, 9)));
    heads.hasLooked(whole(some, task("a", 0, 8)));

    assertThat(heads.of(newest, NOW)).isEmpty();
    assertThat(heads.of(some, NOW)).isEmpty();
    assertThat(heads.of(request(1, false, "a"), NOW))
        .containsExactly(Map.entry("a", head(2, Long.MIN_VALUE)));
  }

  @Test
  void it_is_trusted_for_a_second() {
    FetchAndLock request = request(1, false, "a");
    heads.hasLooked(whole(request, task("a", 0, 2)));

    assertThat(heads.of(request, NOW.plusMillis(999))).isNotEmpty();
    assertThat(heads.of(request, NOW.plusMillis(1_000))).isEmpty();
    assertThat(heads.of(request, NOW.minusSeconds(60))).isEmpty();
  }

  @Test
  void it_is_trusted_for_twenty_times_as_long_as_the_look_took() {
    FetchAndLock request = request(1, false, "a");
    long aMillisecond = TimeUnit.MILLISECONDS.toNanos(1);
    heads.hasLooked(
        new Look(request, Map.of(), NOW, heads.stamp(), aMillisecond, List.of(task("a", 0, 2))));

    assertThat(heads.of(request, NOW.plusMillis(19))).isNotEmpty();
    assertThat(heads.of(request, NOW.plusMillis(20))).isEmpty();
  }

  @Test
  void a_returned_task_forgets_the_head_even_during_a_claim() {
    FetchAndLock a = request(1, false, "a");
    FetchAndLock b = request(1, true, "b");
    heads.hasLooked(whole(a, task("a", 0, 2)));
    heads.hasLooked(whole(b, task("b", 0, 2)));
    Look underWay = further(a, task("a", 0, 3));

    heads.workIsAvailable(WorkAvailable.again(Set.of("a")));
    heads.hasLooked(underWay);

    assertThat(heads.of(a, NOW)).isEmpty();
    assertThat(heads.of(b, NOW)).isNotEmpty();
  }

  @Test
  void a_look_at_everything_during_which_something_is_put_back_teaches_nothing() {
    FetchAndLock a = request(1, false, "a");
    Look underWay = whole(a, task("a", 0, 2));

    heads.workIsAvailable(WorkAvailable.again(Set.of("a")));
    heads.hasLooked(underWay);

    assertThat(heads.of(a, NOW)).isEmpty();
  }

  @Test
  void it_is_trusted_no_longer_than_locks_last() {
    Topic topic = Topic.of("a", Duration.ofMillis(100));
    FetchAndLock request = new FetchAndLock("w", 1, false, null, List.of(topic));

    heads.hasLooked(whole(request, task("a", 0, 2)));

    assertThat(heads.of(request, NOW.plusMillis(99))).isNotEmpty();
    assertThat(heads.of(request, NOW.plusMillis(100))).isEmpty();
  }

  @Test
  void a_lock_that_is_set_to_end_soon_makes_it_forget() {
    FetchAndLock request = request(1, false, "a");
    heads.hasLooked(whole(request, task("a", 0, 2)));

    heads.lockEnds("a", NOW.plusMillis(1_000), NOW);
    assertThat(heads.of(request, NOW)).isNotEmpty();

    heads.lockEnds("a", NOW.plusMillis(999), NOW);
    assertThat(heads.of(request, NOW)).isEmpty();
  }

  @Test
  void new_tasks_come_behind_the_head() {
    FetchAndLock request = request(1, false, "a");
    heads.hasLooked(whole(request, task("a", 0, 2)));

    heads.workIsAvailable(WorkAvailable.created(Set.of("a")));

    assertThat(heads.of(request, NOW)).isNotEmpty();
  }

  @Test
  void a_great_many_topics_are_not_kept() {
    for (int i = 0; i < 10_002; i++) {
      heads.hasLooked(whole(request(1, false, "topic" + i), task("topic" + i, 0, 2)));
    }

    assertThat(heads.of(request(1, false, "topic10000"), NOW)).isEmpty();
    assertThat(heads.of(request(1, false, "topic10001"), NOW)).isNotEmpty();
  }

  @Test
  void a_look_from_a_head_that_finds_nothing_says_nothing_unless_the_queue_was_drained() {
    FetchAndLock request = request(1, false, "a");

    assertThat(look(request, Map.of("a", head(2, 7))).isConclusive()).isFalse();
    assertThat(look(request, Map.of("a", QueueHead.drained(NOW))).isConclusive()).isTrue();
    assertThat(look(request, Map.of()).isConclusive()).isTrue();
    assertThat(look(request, Map.of("a", head(2, 7)), task("a", 7, 3)).isConclusive()).isTrue();
  }

  private Look whole(FetchAndLock request, TaskRow... taken) {
    return look(request, Map.of(), taken);
  }

  private Look further(FetchAndLock request, TaskRow... taken) {
    return look(request, heads.of(request, NOW), taken);
  }

  private Look look(FetchAndLock request, Map<String, QueueHead> from, TaskRow... taken) {
    return new Look(request, from, NOW, heads.stamp(), LONG, List.of(taken));
  }

  private static FetchAndLock request(int most, boolean byPriority, String... topics) {
    return new FetchAndLock(
        "w", most, byPriority, null, Stream.of(topics).map(QueueHeadsTest::topic).toList());
  }

  private static Topic topic(String name) {
    return Topic.of(name, Duration.ofMinutes(5));
  }

  private static Topic ofBusinessKey(String name, String businessKey) {
    return Topic.builder(name, Duration.ofMinutes(5)).businessKey(businessKey).build();
  }

  private static QueueHead head(int second, long leastPriority) {
    return new QueueHead(NOW.plusSeconds(second), leastPriority, false);
  }

  private static TaskRow task(String topic, long priority, int createdAtSecond) {
    return new TaskRow(
        "id",
        topic,
        TaskState.LOCKED,
        priority,
        NOW.plusSeconds(createdAtSecond),
        new TaskRow.Lock("w", NOW, null),
        TaskRow.Trouble.NONE,
        new TaskRow.AtActivity("ai", "work", "ai i"),
        new TaskRow.OfInstance("i", new Definition("d", "key", null), null, null),
        TaskRow.Trace.NONE);
  }
}
