package dev.outwork.engine.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.Sender;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.numbers.DurationHistogram;
import dev.outwork.api.numbers.NumbersService;
import dev.outwork.api.numbers.TopicAlarm;
import dev.outwork.api.numbers.TopicCounts;
import dev.outwork.api.numbers.TopicMinute;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.api.numbers.WorkerNumbers;
import dev.outwork.engine.externaltask.LockReclaimer;
import dev.outwork.engine.testkit.LogLines;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Topics and workers in numbers (docs/rest-api.md, "Topics and workers"). */
class NumbersTest extends SharedEngineTest {
  /** start --> work (external, its topic from a variable) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("${topic}")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final Duration A_WHILE = Duration.ofMinutes(10);

  // What is read is shared for so long; the clock stands still while it is read.
  private static final Duration SHARED = Duration.ofSeconds(4);

  @BeforeEach
  void deploy() {
    // So that no test sees anything of the one before.
    tick();
    engine.clock().advance(Duration.ofDays(1));
    engine.deploy(WORK);
  }

  @Test
  void a_topic_shows_its_tasks_by_their_situation() {
    Instant begin = engine.clock().instant();
    start("a", 5);
    alice.fetches(1, "a");
    alice.fails(alice.fetches(1, "a").get(0), 0, Duration.ZERO);
    suspendOne();
    engine.clock().advance(Duration.ofMinutes(1));

    TopicNumbers topic = topic("a");

    assertThat(topic.waiting()).isEqualTo(2);
    assertThat(topic.locked()).isEqualTo(1);
    assertThat(topic.exhausted()).isEqualTo(1);
    assertThat(topic.suspended()).isEqualTo(1);
    assertThat(topic.oldestWaiting()).isEqualTo(begin);
    assertThat(topic.nobodyPollsSince()).isNull();
  }

  @Test
  void a_task_whose_lock_has_expired_is_as_old_before_it_is_reclaimed_as_after() {
    Instant creation = engine.clock().instant();
    start("a", 1);
    alice.fetches("a");
    engine.clock().advance(A_WHILE);

    assertThat(topic("a").waiting()).isEqualTo(1);
    assertThat(topic("a").locked()).isZero();
    assertThat(topic("a").oldestWaiting()).isEqualTo(creation);

    engine.reclaimLocks();
    engine.clock().advance(SHARED);

    assertThat(topic("a").waiting()).isEqualTo(1);
    assertThat(topic("a").oldestWaiting()).isEqualTo(creation);
  }

  @Test
  void what_happened_in_the_last_minute_is_counted_on_all_nodes() {
    try (TestEngine other = engine.anotherNode()) {
      start("a", 4);
      alice.completes(alice.fetches(1, "a").get(0));
      alice.fails(alice.fetches(1, "a").get(0), 1, Duration.ofHours(1));
      LockedExternalTask task = other.worker("bob").fetches(1, "a").get(0);
      other.worker("bob").completes(task);
      tick();
      tick(other);

      TopicNumbers topic = other.bean(NumbersService.class).topic("a").orElseThrow();

      assertThat(topic.createdPerMinute()).isEqualTo(4);
      assertThat(topic.completedPerMinute()).isEqualTo(2);
      assertThat(topic.failedPerMinute()).isEqualTo(1);
      assertThat(topic.workers()).isEqualTo(2);
    }
  }

  @Test
  void what_is_rolled_back_is_not_counted() {
    try {
      engine.inTransaction(
          () -> {
            start("a", 1);
            throw new IllegalStateException("changed its mind");
          });
    } catch (Exception expected) {
      assertThat(expected).hasMessage("changed its mind");
    }
    start("a", 1);
    tick();

    assertThat(topic("a").createdPerMinute()).isEqualTo(1);
  }

  @Test
  void an_expired_lock_is_counted_for_its_topic_and_its_worker() {
    start("a", 2);
    alice.fetches(1, "a");
    alice.fails(alice.fetches(1, "a").get(0), 1, LOCK);
    engine.clock().advance(A_WHILE);
    engine.bean(LockReclaimer.class).reclaim();
    tick();

    // The other task waited for its retry: nobody has lost it.
    assertThat(topic("a").lockExpiredPerMinute()).isEqualTo(1);
    assertThat(worker("alice").lostLocks()).isEqualTo(1);
  }

  @Test
  void an_expired_lock_is_counted_if_a_fetch_is_faster_than_the_reclaimer() {
    start("a", 3);
    alice.fetches(1, "a");
    alice.fails(alice.fetches(1, "a").get(0), 1, LOCK);
    engine.clock().advance(A_WHILE);

    assertThat(bob.fetches("a", "b")).hasSize(3);
    tick();

    assertThat(topic("a").lockExpiredPerMinute()).isEqualTo(1);
    assertThat(worker("alice").lostLocks()).isEqualTo(1);
    assertThat(worker("bob").lostLocks()).isZero();
  }

  @Test
  void the_time_that_a_completed_task_was_in_hand_is_counted() {
    start("in hand", 5);
    LockedExternalTask quick = alice.fetches(1, "in hand").get(0);
    LockedExternalTask slow = alice.fetches(1, "in hand").get(0);
    LockedExternalTask failed = alice.fetches(1, "in hand").get(0);
    engine.clock().advance(Duration.ofSeconds(3));
    alice.completes(quick);
    alice.fails(failed, 1, Duration.ZERO);
    engine.clock().advance(Duration.ofSeconds(4));
    alice.completes(slow);

    DurationHistogram inHand = inHand("in hand");

    assertThat(inHand.count()).isEqualTo(2);
    assertThat(inHand.sum()).isEqualTo(Duration.ofSeconds(10));
    assertThat(inHand.bounds().get(4)).isEqualTo(Duration.ofSeconds(5));
    assertThat(inHand.counts().subList(4, 6)).containsExactly(1L, 1L);
  }

  @Test
  void the_time_in_hand_of_a_lost_task_begins_with_the_fetch_of_the_worker_that_completes_it() {
    start("lost", 1);
    alice.fetches("lost");
    engine.clock().advance(A_WHILE);
    LockedExternalTask task = bob.fetches(1, "lost").get(0);
    engine.clock().advance(Duration.ofSeconds(3));
    bob.completes(task);

    assertThat(inHand("lost").sum()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void the_last_hour_of_a_topic_has_sixty_minutes() {
    Instant begin = engine.clock().instant().truncatedTo(ChronoUnit.MINUTES);
    start("a", 3);
    alice.completes(alice.fetches(1, "a").get(0));
    tick();
    engine.clock().advance(Duration.ofMinutes(2));
    alice.fails(alice.fetches(1, "a").get(0), 0, Duration.ZERO);
    tick();

    List<TopicMinute> history = numbers().history("a");

    assertThat(history).hasSize(60);
    assertThat(history.get(57)).isEqualTo(new TopicMinute(begin, 2, 3, 1, 0));
    assertThat(history.get(58).at()).isEqualTo(begin.plus(Duration.ofMinutes(1)));
    assertThat(history.get(58).created()).isZero();
    assertThat(history.get(59).at()).isEqualTo(begin.plus(Duration.ofMinutes(2)));
    assertThat(history.get(59).failed()).isEqualTo(1);
  }

  @Test
  void the_minute_that_has_not_ended_has_what_waits_now_before_a_node_has_written_it() {
    start("a", 3);
    tick();

    engine.clock().advance(Duration.ofMinutes(2));

    assertThat(numbers().history("a").get(59).waiting()).isEqualTo(3);
  }

  @Test
  void a_worker_is_known_by_what_it_does() {
    start("a", 3);
    Instant now = engine.clock().instant();
    Sender sender = new Sender("10.0.0.7", "client/1");
    List<LockedExternalTask> tasks =
        engine
            .bean(WaitingRoom.class)
            .fetchAndLock(
                FetchAndLock.of("alice", 3, Topic.of("a", LOCK), Topic.of("b", LOCK)).from(sender));
    alice.completes(tasks.get(0));
    alice.fails(tasks.get(1), 0, Duration.ZERO);
    tick();

    WorkerNumbers worker = worker("alice");

    assertThat(worker.topicNames()).containsExactly("a", "b");
    assertThat(worker.address()).isEqualTo("10.0.0.7");
    assertThat(worker.userAgent()).isEqualTo("client/1");
    assertThat(worker.node()).isNotBlank();
    assertThat(worker.lastSeen()).isEqualTo(now);
    assertThat(worker.waiting()).isFalse();
    assertThat(worker.inHand()).isEqualTo(1);
    assertThat(worker.completed()).isEqualTo(1);
    assertThat(worker.failed()).isEqualTo(1);
    assertThat(worker.lostLocks()).isZero();
  }

  @Test
  void a_worker_that_waits_is_seen_as_long_as_it_waits() {
    CompletableFuture<?> waiting = waitsFor("a");
    engine.clock().advance(A_WHILE);
    tick();

    assertThat(worker("alice").waiting()).isTrue();
    assertThat(worker("alice").lastSeen()).isEqualTo(engine.clock().instant().minus(SHARED));
    assertThat(topic("a").waitingRequests()).isEqualTo(1);

    waiting.cancel(false);
    engine.clock().advance(A_WHILE);
    tick();

    assertThat(worker("alice").waiting()).isFalse();
    assertThat(topic("a").waitingRequests()).isZero();
    assertThat(topic("a").workers()).isZero();
  }

  @Test
  void a_worker_is_forgotten_after_an_hour() {
    alice.fetches("a");
    tick();
    assertThat(worker("alice").topicNames()).containsExactly("a");

    engine.clock().advance(Duration.ofMinutes(65));
    tick();

    assertThat(numbers().worker("alice")).isEmpty();
    assertThat(Rows.count(engine.database(), "select count(*) from worker_sighting")).isZero();
    assertThat(Rows.count(engine.database(), "select count(*) from topic_interval")).isZero();
  }

  @Test
  void nothing_is_written_unless_something_has_changed() {
    start("a", 1);
    alice.completes(alice.fetches(1, "a").get(0));
    tick();
    List<String> rows = rows();

    tick();

    assertThat(rows()).isEqualTo(rows).hasSizeGreaterThanOrEqualTo(2);
  }

  private static List<String> rows() {
    return Rows.strings(
        engine.database(),
        "select node_name || noted_at || topic_name from worker_sighting"
            + " union all select id from topic_interval order by 1");
  }

  @Test
  void a_worker_that_calls_itself_differently_each_time_does_not_fill_the_memory() {
    for (int i = 0; i < 1_200; i++) {
      engine.worker("w" + i).fetches("a");
    }
    tick();

    assertThat(numbers().workers()).hasSizeBetween(900, 1_001);
  }

  @Test
  void an_alarm_is_raised_once_when_nobody_polls_and_ends_once_when_somebody_does() {
    try (LogLines log = new LogLines(Alarms.class);
        TestEngine other = engine.anotherNode()) {
      alice.fetches("a");
      tick();
      start("a", 2);
      Instant begin = engine.clock().instant();
      // The new node must have been there for as long.
      tick(other);
      assertThat(numbers().alarms()).isEmpty();

      engine.clock().advance(A_WHILE);
      tick();
      tick(other);

      assertThat(log.next())
          .containsExactly(
              "Nobody polls topic 'a' although 2 tasks wait, since %s".formatted(begin));
      for (TestEngine node : List.of(engine, other)) {
        NumbersService numbers = node.bean(NumbersService.class);
        assertThat(numbers.alarms()).containsExactly(new TopicAlarm("a", begin, 2));
        assertThat(numbers.topic("a").orElseThrow().nobodyPollsSince()).isEqualTo(begin);
      }

      other.worker("bob").fetches(1, "a");
      tick(other);
      tick();

      assertThat(log.next()).containsExactly("Topic 'a' is polled again");
      assertThat(numbers().alarms()).isEmpty();
    }
  }

  @Test
  void the_alarm_after_the_death_of_the_last_worker_is_everywhere_until_one_waits_anywhere() {
    try (TestEngine other = engine.anotherNode()) {
      List<TestEngine> nodes = List.of(engine, other);
      CompletableFuture<?> last = waitsFor(engine, "a");
      // Another one waits for something else all the time.
      CompletableFuture<?> elsewhere = waitsFor(other, "b");
      engine.clock().advance(A_WHILE);
      nodes.forEach(NumbersTest::tick);
      assertThat(alarmsOn(nodes)).isEmpty();

      // Of a worker that is killed, this is what its node notices.
      last.cancel(false);
      start("a", 1);
      Instant begin = engine.clock().instant();
      engine.clock().advance(A_WHILE);
      nodes.forEach(NumbersTest::tick);

      TopicAlarm alarm = new TopicAlarm("a", begin, 1);
      assertThat(alarmsOn(nodes)).containsExactly(alarm, alarm);

      // It takes the task, which nobody need do for the alarm to end.
      CompletableFuture<?> back = waitsFor(other, "a");
      nodes.forEach(NumbersTest::tick);

      assertThat(alarmsOn(nodes)).isEmpty();
      back.cancel(false);
      elsewhere.cancel(false);
    }
  }

  private static List<TopicAlarm> alarmsOn(List<TestEngine> nodes) {
    return nodes.stream()
        .flatMap(node -> node.bean(NumbersService.class).alarms().stream())
        .toList();
  }

  @Test
  void an_alarm_ends_when_nothing_waits_any_more() {
    try (LogLines log = new LogLines(Alarms.class)) {
      start("a", 1);
      engine.clock().advance(A_WHILE);
      tick();
      assertThat(log.next()).hasSize(1);

      engine.endWhatStillRuns();
      engine.clock().advance(A_WHILE);
      tick();

      assertThat(log.next()).containsExactly("No task of topic 'a' waits any more");
    }
  }

  @Test
  void a_node_that_has_just_started_raises_no_alarm() {
    start("a", 1);
    engine.clock().advance(A_WHILE);

    try (LogLines log = new LogLines(Alarms.class);
        TestEngine other = engine.anotherNode()) {
      tick(other);

      assertThat(log.next()).isEmpty();
    }
  }

  private static void start(String topic, int instances) {
    for (int i = 0; i < instances; i++) {
      engine.start("working", Map.of("topic", topic));
    }
  }

  private static void suspendOne() {
    ProcessInstance waiting =
        engine
            .runtime()
            .processInstance(
                Rows.strings(
                        engine.database(),
                        "select process_instance_id from external_task where state = 'OPEN'")
                    .get(0))
            .orElseThrow();
    engine.runtime().setProcessInstanceSuspended(waiting.id(), true);
  }

  private static CompletableFuture<?> waitsFor(String topic) {
    return waitsFor(engine, topic);
  }

  private static CompletableFuture<?> waitsFor(TestEngine node, String topic) {
    return node.bean(WaitingRoom.class)
        .fetchAndLock(FetchAndLock.of("alice", 1, Topic.of(topic, LOCK)), Duration.ofMinutes(30));
  }

  private static void tick() {
    tick(engine);
  }

  private static void tick(TestEngine node) {
    engine.clock().advance(SHARED);
    node.bean(NumbersTicks.class).tell();
    node.bean(NumbersTicks.class).check();
    engine.clock().advance(SHARED);
  }

  private static NumbersService numbers() {
    return engine.bean(NumbersService.class);
  }

  private static DurationHistogram inHand(String topic) {
    return numbers().counts().stream()
        .filter(count -> count.topicName().equals(topic))
        .map(TopicCounts::inHand)
        .findAny()
        .orElseThrow();
  }

  private static TopicNumbers topic(String name) {
    return numbers().topic(name).orElseThrow();
  }

  private static WorkerNumbers worker(String id) {
    return numbers().worker(id).orElseThrow();
  }
}
