package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowedTimeTest {
  private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long EPOCH = 1_800_000_000L * SECOND;

  /** The time elapsed for all clocks, and the time of the database's clock then. */
  private long now;

  private long databaseWasSetBy;

  /** A node whose ticks begin anywhere and run a little too fast or too slow. */
  private final class Node {
    private final FollowedTime time = new FollowedTime();
    private final long origin;
    private final double rate;
    private long slept;

    Node(long origin, double driftPerMillion) {
      this.origin = origin;
      this.rate = 1 + driftPerMillion / 1_000_000;
    }

    long ticks() {
      return origin + Math.round((now - slept) * rate);
    }

    /**
     * Waits some time before the database looks at its clock, and some until the answer is here.
     */
    FollowedTime.Noticed follows(long before, long after) {
      long asked = ticks();
      now += before;
      long there = database();
      now += after;
      return time.observe(new ClockReading(asked, there, ticks(), EPOCH + now));
    }

    /** How far it is ahead of the database. */
    long ahead() {
      return time.at(ticks()) - database();
    }
  }

  private long database() {
    return EPOCH + now + databaseWasSetBy;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 38_000})
  void a_wait_before_the_database_looks_does_not_put_it_ahead(long millis) {
    Node node = new Node(7, 0);

    node.follows(millis * MILLISECOND, MILLISECOND);

    assertThat(node.ahead()).isBetween(-2 * MILLISECOND, 0L);
  }

  @Test
  void a_wait_for_the_answer_is_made_good_by_the_next_reading() {
    Node node = new Node(7, 0);
    node.follows(MILLISECOND, 15 * SECOND);
    assertThat(node.ahead()).isBetween(-16 * SECOND, 0L);
    assertThat(node.time.isPrecise()).isFalse();

    node.follows(MILLISECOND, MILLISECOND);

    assertThat(node.ahead()).isBetween(-2 * MILLISECOND, 0L);
    assertThat(node.time.isPrecise()).isTrue();
  }

  @Test
  void a_reading_that_waits_changes_nothing_of_what_is_known() {
    Node node = new Node(7, 0);
    node.follows(MILLISECOND, MILLISECOND);

    node.follows(20 * SECOND, 18 * SECOND);

    // The drift of two clocks meanwhile.
    assertThat(node.ahead()).isBetween(-20 * MILLISECOND, 0L);
  }

  @ParameterizedTest
  @ValueSource(longs = {-10_000, 10_000})
  void a_database_whose_clock_is_set_is_followed_without_a_jump(long millis) {
    Node node = new Node(7, 0);
    node.follows(MILLISECOND, MILLISECOND);
    databaseWasSetBy = millis * MILLISECOND;
    long shown = node.time.at(node.ticks());
    long since = now;

    assertThat(node.follows(MILLISECOND, MILLISECOND)).isEqualTo(FollowedTime.Noticed.IT_WAS_SET);

    assertThat(node.time.at(node.ticks()) - shown).isCloseTo(now - since, within(MILLISECOND));
    for (int i = 0; i < 42; i++) {
      now += 5 * SECOND;
      node.follows(MILLISECOND, MILLISECOND);
    }
    assertThat(node.ahead()).isBetween(-4 * MILLISECOND, 0L);
  }

  @Test
  void nodes_stay_together_while_they_notice_one_after_the_other_that_the_database_was_set() {
    Node early = new Node(7, 0);
    Node late = new Node(-7, 0);
    early.follows(MILLISECOND, MILLISECOND);
    late.follows(MILLISECOND, MILLISECOND);
    databaseWasSetBy = 10 * SECOND;

    early.follows(MILLISECOND, MILLISECOND);
    now += 5 * SECOND;
    late.follows(MILLISECOND, MILLISECOND);

    assertThat(early.ahead() - late.ahead()).isBetween(0L, 260 * MILLISECOND);
  }

  @Test
  void a_node_that_has_slept_is_right_at_once() {
    Node node = new Node(7, 0);
    node.follows(MILLISECOND, MILLISECOND);
    now += 3_600 * SECOND;
    node.slept = 3_600 * SECOND;

    node.follows(MILLISECOND, MILLISECOND);

    assertThat(node.ahead()).isBetween(-2 * MILLISECOND, 0L);
  }

  /**
   * Law 1: a worker that claims a task whose lock has expired on one node never claims one whose
   * lock is live on another; nodes differ at most by the precision of a reading.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_node_is_ever_ahead_of_the_database_or_goes_back(long seed) {
    Random random = new Random(seed);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      nodes.add(new Node(random.nextLong() >> 8, random.nextDouble(-100, 100)));
    }
    long[] shown = new long[nodes.size()];
    nodes.forEach(node -> node.follows(wait(random, 100), wait(random, 40)));

    for (int step = 0; step < 5_000; step++) {
      now += random.nextLong(SECOND);
      Node reading = nodes.get(random.nextInt(nodes.size()));
      reading.follows(wait(random, 10_000), wait(random, 10_000));
      for (int i = 0; i < nodes.size(); i++) {
        Node node = nodes.get(i);
        long time = node.time.at(node.ticks());
        assertThat(time).as("seed %d, step %d, node %d", seed, step, i).isGreaterThan(shown[i]);
        assertThat(node.ahead()).as("seed %d, step %d, node %d", seed, step, i).isNotPositive();
        shown[i] = time;
      }
    }
    nodes.forEach(node -> assertThat(node.ahead()).isGreaterThan(-SECOND));
  }

  // Mostly a millisecond, occasionally as long as another transaction locks a table.
  private static long wait(Random random, int mostMillis) {
    return random.nextInt(10) == 0
        ? random.nextLong(mostMillis * MILLISECOND)
        : random.nextLong(MILLISECOND);
  }

  private static org.assertj.core.data.Offset<Long> within(long nanos) {
    return org.assertj.core.data.Offset.offset(nanos);
  }
}
