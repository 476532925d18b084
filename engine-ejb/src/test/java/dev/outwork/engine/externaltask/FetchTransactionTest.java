package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Fetches of several workers in one transaction. */
class FetchTransactionTest extends SharedEngineTest {
  private static final Duration LOCK = Duration.ofMinutes(5);

  private final FetchTransaction transaction = engine.bean(FetchTransaction.class);

  @BeforeEach
  void onPostgresql() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    engine.deploy(oneStep("a"));
    engine.deploy(oneStep("b"));
  }

  @Test
  void each_worker_gets_its_share_in_the_order_of_arrival() {
    start("a", 5);

    List<List<LockedExternalTask>> shares =
        shares(
            FetchAndLock.of("alice", 2, Topic.of("a", LOCK)),
            FetchAndLock.of("bob", 1, Topic.of("a", LOCK)),
            FetchAndLock.of("carol", 5, Topic.of("a", LOCK)),
            FetchAndLock.of("dora", 5, Topic.of("a", LOCK)));

    assertThat(keys(shares.get(0))).containsExactly("0", "1");
    assertThat(keys(shares.get(1))).containsExactly("2");
    assertThat(keys(shares.get(2))).containsExactly("3", "4");
    assertThat(shares.get(3)).isEmpty();
    assertThat(shares.get(0)).allMatch(task -> task.task().workerId().equals("alice"));
    assertThat(shares.get(1)).allMatch(task -> task.task().workerId().equals("bob"));
    assertThat(shares.get(2)).allMatch(task -> task.task().workerId().equals("carol"));
  }

  @Test
  void each_has_its_own_locks_and_variables_for_each_topic() {
    start("a", 2);
    start("b", 2);
    Topic longA = Topic.of("a", Duration.ofHours(1));
    Topic shortB = Topic.of("b", Duration.ofSeconds(1));
    Instant now = engine.clock().instant();

    List<List<LockedExternalTask>> shares =
        shares(
            FetchAndLock.of("alice", 2, Topic.of("b", LOCK), Topic.of("a", LOCK)),
            FetchAndLock.of("bob", 2, withoutVariables(longA), shortB));

    assertThat(shares.get(0))
        .hasSize(2)
        .allSatisfy(
            task -> {
              assertThat(task.task().lockExpirationTime()).isEqualTo(now.plus(LOCK));
              assertThat(task.variables()).containsKey("input");
            });
    assertThat(shares.get(0)).extracting(task -> task.task().topicName()).contains("a", "b");
    assertThat(shares.get(1))
        .hasSize(2)
        .allSatisfy(
            task -> {
              boolean isA = task.task().topicName().equals("a");
              assertThat(task.task().lockExpirationTime())
                  .isEqualTo(now.plus((isA ? longA : shortB).lockDuration()));
              assertThat(task.variables().containsKey("input")).isEqualTo(!isA);
            });
  }

  @Test
  void a_worker_that_asks_twice_gets_different_tasks() {
    start("a", 4);
    FetchAndLock request = FetchAndLock.of("alice", 2, Topic.of("a", LOCK));

    assertThat(shares(request, request))
        .allSatisfy(share -> assertThat(share).hasSize(2))
        .flatExtracting(FetchTransactionTest::keys)
        .containsExactly("0", "1", "2", "3");
  }

  @Test
  void workers_of_other_topics_or_another_order_have_claims_of_their_own() {
    start("a", 3);
    start("b", 1);

    List<List<LockedExternalTask>> shares =
        shares(
            FetchAndLock.of("alice", 1, Topic.of("a", LOCK)),
            FetchAndLock.of("bob", 9, Topic.of("b", LOCK)),
            new FetchAndLock(
                "carol",
                1,
                true,
                FetchAndLock.CreateTimeOrder.DESCENDING,
                List.of(Topic.of("a", LOCK))));

    assertThat(keys(shares.get(0))).containsExactly("0");
    assertThat(shares.get(1)).hasSize(1);
    assertThat(keys(shares.get(2))).containsExactly("2");
  }

  @Test
  void a_request_with_filters_or_for_nothing_has_to_go_alone() {
    start("a", 3);
    Topic filtered =
        new Topic(
            "a", LOCK, null, false, false, "1", List.of(), List.of(), null, Map.of(), List.of(),
            false);

    List<Optional<List<LockedExternalTask>>> shares =
        transaction.fetch(
            List.of(
                FetchAndLock.of("alice", 1, filtered),
                FetchAndLock.of("bob", 0, Topic.of("a", LOCK)),
                FetchAndLock.of("carol", 1, Topic.of("a", LOCK))));

    assertThat(shares.get(0)).isEmpty();
    assertThat(shares.get(1)).isEmpty();
    assertThat(shares.get(2)).hasValueSatisfying(tasks -> assertThat(tasks).hasSize(1));
  }

  @Test
  void the_queue_of_a_topic_goes_on_where_a_shared_claim_has_ended() {
    start("a", 6);
    FetchAndLock request = FetchAndLock.of("alice", 1, Topic.of("a", LOCK));

    assertThat(shares(request, request))
        .flatExtracting(FetchTransactionTest::keys)
        .containsExactly("0", "1");
    assertThat(shares(request, request))
        .flatExtracting(FetchTransactionTest::keys)
        .containsExactly("2", "3");
    assertThat(keys(bob.fetches("a"))).containsExactly("4", "5");
  }

  private List<List<LockedExternalTask>> shares(FetchAndLock... requests) {
    return transaction.fetch(List.of(requests)).stream().map(Optional::orElseThrow).toList();
  }

  private static List<String> keys(List<LockedExternalTask> tasks) {
    return tasks.stream().map(task -> task.task().businessKey()).toList();
  }

  private static Topic withoutVariables(Topic topic) {
    return new Topic(
        topic.topicName(),
        topic.lockDuration(),
        List.of(),
        false,
        false,
        null,
        List.of(),
        List.of(),
        null,
        Map.of(),
        List.of(),
        false);
  }

  private static void start(String topic, int count) {
    for (int i = 0; i < count; i++) {
      engine.clock().advance(Duration.ofMillis(1));
      engine.start("process-" + topic, String.valueOf(i), Map.of("input", i));
    }
  }

  /** start --> work (external) --> end. */
  private static BpmnModelInstance oneStep(String topic) {
    return Bpmn.createExecutableProcess("process-" + topic)
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask(topic)
        .endEvent()
        .done();
  }
}
