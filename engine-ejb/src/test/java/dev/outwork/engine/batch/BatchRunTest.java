package dev.outwork.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.api.batch.BatchStatistics;
import dev.outwork.api.batch.HistoricBatch;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a batch is run, whoever runs it; its handler counts. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BatchRunTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int MANY = 500;

  private static TestEngine engine;

  BatchRunTest(TestDatabase database) {}

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) {
    engine = TestEngine.on(database, CountingHandler.class);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
  }

  @AfterEach
  void forget() {
    engine
        .batches()
        .batches(ListQuery.all())
        .forEach(batch -> engine.batches().deleteBatch(batch.id(), true));
    CountingHandler.DONE.clear();
  }

  @Test
  void each_element_is_done_once_and_the_batch_ends() throws Exception {
    Batch batch = create(numbered(MANY));

    engine.runBatches();

    assertDoneOnce(MANY);
    assertThat(engine.batches().batch(batch.id())).isEmpty();
    HistoricBatch history = engine.batches().historicBatch(batch.id()).orElseThrow();
    assertThat(history.endTime()).isNotNull();
    assertThat(history.executionStartTime()).isNotNull();
  }

  @Test
  void an_element_that_is_named_twice_is_one() throws Exception {
    Batch batch = create(List.of("one", "two", "one"));

    engine.runBatches();

    assertThat(batch.totalJobs()).isEqualTo(2);
    assertDoneOnce(2);
  }

  @Test
  void what_fails_is_kept_with_its_message_and_the_rest_goes_on() throws Exception {
    Batch batch = create(List.of("one", "refused", "two", "broken", "three"));

    engine.runBatches();

    assertDoneOnce(3);
    assertThat(statistics(batch))
        .extracting(
            BatchStatistics::remainingJobs,
            BatchStatistics::completedJobs,
            BatchStatistics::failedJobs)
        .containsExactly(2L, 3L, 2L);
    List<BatchFailure> failures = engine.batches().batchFailures(batch.id(), Page.ALL);
    assertThat(failures).extracting(BatchFailure::elementId).containsExactly("refused", "broken");
    assertThat(failures.get(0).message()).isEqualTo("Cannot count 'refused'");
    assertThat(failures.get(1).message())
        .isEqualTo(
            "The engine failed: its log has the reason under '%s'".formatted(failures.get(1).id()));
  }

  @Test
  void failures_are_tried_again_when_somebody_asks_for_it_and_not_before() throws Exception {
    Batch batch = create(List.of("refused", "one"));
    engine.runBatches();
    BatchFailure first = onlyFailure(batch);
    engine.clock().advance(Duration.ofDays(1));
    engine.runBatches();
    assertThat(onlyFailure(batch)).isEqualTo(first);

    engine.batches().retryBatchFailures(batch.id());
    assertThat(engine.batches().countBatchFailures(batch.id())).isZero();
    engine.runBatches();

    assertThat(onlyFailure(batch).failureTime()).isAfter(first.failureTime());
    assertDoneOnce(1);
  }

  @Test
  void a_suspended_batch_stands_still_until_it_is_activated() throws Exception {
    Batch batch = create(numbered(3));
    engine.batches().suspendBatchById(batch.id());
    engine.runBatches();
    assertDoneOnce(0);

    engine.batches().activateBatchById(batch.id());
    engine.runBatches();

    assertDoneOnce(3);
  }

  @Test
  void elements_that_find_no_database_are_done_by_the_next_run() throws Exception {
    Batch batch = create(numbered(3));
    BatchRun run = claim(batch, "run");
    CountingHandler.databaseIsAway = true;
    workOff(run);
    CountingHandler.databaseIsAway = false;
    assertDoneOnce(0);
    assertThat(engine.batches().countBatchFailures(batch.id())).isZero();
    run.leave();

    engine.runBatches();

    assertDoneOnce(3);
  }

  @Test
  void a_run_stops_soon_after_its_batch_was_suspended() throws Exception {
    Batch batch = create(numbered(MANY));
    BatchRun run = claim(batch, "run");
    run.work(run.next().orElseThrow());

    engine.batches().suspendBatchById(batch.id());
    engine.clock().advance(LEASE);
    workOff(run);

    assertDoneOnce(1);
    assertThat(statistics(batch).remainingJobs()).isEqualTo(MANY - 1);
  }

  @Test
  void nothing_more_is_done_for_a_batch_that_was_deleted() throws Exception {
    Batch batch = create(numbered(MANY));
    BatchRun run = claim(batch, "run");
    run.work(run.next().orElseThrow());

    engine.batches().deleteBatch(batch.id(), false);
    workOff(run);

    assertDoneOnce(1);
    assertThat(engine.batches().batch(batch.id())).isEmpty();
    assertThat(engine.batches().historicBatch(batch.id()).orElseThrow().endTime()).isNotNull();
  }

  @Test
  void a_batch_is_left_to_its_run_for_as_long_as_that_is_heard_of() throws Exception {
    Batch batch = create(numbered(MANY));
    BatchRun run = claim(batch, "run");
    run.work(run.next().orElseThrow());
    engine.clock().advance(LEASE.minusSeconds(1));
    run.work(run.next().orElseThrow());
    engine.clock().advance(LEASE.minusSeconds(1));

    engine.runBatches();

    assertDoneOnce(2);
  }

  @Test
  void when_a_run_is_silent_for_too_long_another_one_goes_on_and_the_first_ends() throws Exception {
    Batch batch = create(numbered(MANY));
    BatchRun killed = claim(batch, "killed");
    killed.work(killed.next().orElseThrow());

    engine.clock().advance(LEASE);
    engine.runBatches();

    assertDoneOnce(MANY);
    assertThat(killed.next()).isPresent();
    workOff(killed);
    killed.leave();
    assertDoneOnce(MANY);
    assertThat(engine.batches().batch(batch.id())).isEmpty();
  }

  @Test
  void a_batch_whose_run_was_killed_after_the_last_element_ends_all_the_same() throws Exception {
    Batch batch = create(List.of("one"));
    BatchRun killed = claim(batch, "killed");
    workOff(killed);
    assertThat(engine.batches().batch(batch.id())).isPresent();

    engine.clock().advance(LEASE);
    engine.runBatches();

    assertThat(engine.batches().batch(batch.id())).isEmpty();
    assertDoneOnce(1);
  }

  @Test
  void two_runs_that_are_at_the_same_elements_do_each_once() throws Exception {
    Batch batch = create(numbered(MANY));
    List<String> ids = engine.bean(BatchExecution.class).next(batch.id(), "", MANY);
    assertThat(ids).hasSize(MANY);

    try (TestEngine other = engine.anotherNode();
        AtOnce atOnce = new AtOnce()) {
      assertThat(
              atOnce.run(
                  List.of(
                      running(engine, batch, ids),
                      running(other, batch, ids),
                      running(engine, batch, ids),
                      running(other, batch, ids))))
          .extracting(AtOnce.Outcome::failure)
          .containsOnlyNulls();
    }

    assertDoneOnce(MANY);
  }

  @Test
  void nodes_that_look_for_work_at_the_same_time_share_the_batches() throws Exception {
    List<String> all = numbered(MANY);
    for (int i = 0; i < MANY; i += 25) {
      create(all.subList(i, i + 25));
    }

    try (TestEngine other = engine.anotherNode();
        AtOnce atOnce = new AtOnce()) {
      while (!engine.batches().batches(ListQuery.all()).isEmpty()) {
        assertThat(atOnce.run(List.of(lookingFor(engine), lookingFor(other))))
            .extracting(AtOnce.Outcome::failure)
            .containsOnlyNulls();
      }
    }

    assertDoneOnce(MANY);
  }

  private static Callable<Void> running(TestEngine node, Batch batch, List<String> ids) {
    return () -> {
      ids.forEach(id -> node.bean(BatchExecution.class).run(batch.id(), id));
      return null;
    };
  }

  private static Callable<Void> lookingFor(TestEngine node) {
    return () -> {
      node.runBatches();
      return null;
    };
  }

  private static Batch create(List<String> elementIds) throws Exception {
    return engine.inTransaction(
        () ->
            engine
                .bean(BatchQueue.class)
                .create(CountingHandler.TYPE, CountingHandler.NO_CONFIGURATION, "ids", elementIds));
  }

  private static BatchRun claim(Batch batch, String runId) {
    assertThat(engine.bean(BatchExecution.class).claim(new FreeBatch(batch.id(), null), runId))
        .isTrue();
    return engine.bean(BatchRuns.class).open(batch.id(), runId);
  }

  private static void workOff(BatchRun run) {
    List<String> ids = new ArrayList<>();
    run.next().ifPresent(ids::add);
    while (!ids.isEmpty()) {
      run.work(ids.remove(0));
      run.next().ifPresent(ids::add);
    }
  }

  private static BatchStatistics statistics(Batch batch) {
    return engine.batches().batchStatistics(ListQuery.all()).stream()
        .filter(one -> one.batch().id().equals(batch.id()))
        .findFirst()
        .orElseThrow();
  }

  private static BatchFailure onlyFailure(Batch batch) {
    List<BatchFailure> failures = engine.batches().batchFailures(batch.id(), Page.ALL);
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "element-" + i).toList();
  }

  private static void assertDoneOnce(int elements) {
    assertThat(CountingHandler.DONE).hasSize(elements);
    assertThat(CountingHandler.DONE.values()).allMatch(times -> times == 1);
  }
}
