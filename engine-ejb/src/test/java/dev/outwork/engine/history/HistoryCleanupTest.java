package dev.outwork.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.api.batch.HistoricBatch;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ProcessBuilder;

/**
 * History is deleted in the background, when its time to live has expired or a client requests it.
 */
class HistoryCleanupTest extends SharedEngineTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** start --> work (external) --> end; kept for a day. */
  private static final BpmnModelInstance KEPT =
      process("kept")
          .operatonHistoryTimeToLive(1)
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  /** start --> call (kept-for-ever) --> end; kept for a day. */
  private static final BpmnModelInstance CALLING =
      process("calling")
          .operatonHistoryTimeToLive(1)
          .startEvent()
          .callActivity("call")
          .calledElement("kept-for-ever")
          .endEvent()
          .done();

  /** start --> end. */
  private static final BpmnModelInstance KEPT_FOR_EVER =
      process("kept-for-ever").startEvent().endEvent().done();

  private static ProcessBuilder process(String key) {
    return Bpmn.createExecutableProcess(key);
  }

  @BeforeEach
  @AfterEach
  void forgetEverything() {
    endWhatStillRuns();
    engine
        .history()
        .deleteHistoricProcessInstances(engine.history().processInstanceIds(ListQuery.all()));
    engine
        .batches()
        .batches(ListQuery.all())
        .forEach(batch -> engine.batches().deleteBatch(batch.id(), true));
    engine
        .batches()
        .historicBatches(ListQuery.all())
        .forEach(batch -> engine.batches().deleteHistoricBatch(batch.id()));
  }

  @Test
  void an_expired_root_is_deleted_with_its_call_hierarchy() {
    engine.deploy(KEPT_FOR_EVER);
    ProcessInstance alone = start(KEPT_FOR_EVER);
    start(CALLING);
    ProcessInstance running = start(KEPT);
    engine.clock().advance(DAY.plus(HOUR));

    tick();
    engine.runBatches();

    assertThat(engine.history().processInstanceIds(ListQuery.all()))
        .containsExactlyInAnyOrder(alone.id(), running.id());
    assertThat(history()).extracting(HistoricBatch::type).containsExactly("history-cleanup");
  }

  @Test
  void nothing_goes_before_its_time_and_then_there_is_no_batch_either() {
    start(KEPT);
    alice.does("work");
    engine.clock().advance(DAY.minus(HOUR));

    tick();

    assertThat(history()).isEmpty();
    assertThat(engine.history().cleanUpHistoryAsync()).isEmpty();
  }

  @Test
  void it_is_not_looked_again_before_an_interval_has_passed() {
    start(KEPT);
    alice.does("work");
    engine.clock().advance(DAY.minusSeconds(1));
    tick();

    engine.clock().advance(HOUR.minusSeconds(1));
    tick();
    assertThat(history()).isEmpty();
    engine.clock().advance(Duration.ofSeconds(1));
    tick();

    assertThat(history()).hasSize(1);
  }

  @Test
  void somebody_may_ask_for_it_at_any_time_and_what_is_running_is_not_begun_twice() {
    endedLongAgo();

    Batch batch = engine.history().cleanUpHistoryAsync().orElseThrow();

    assertThat(engine.history().cleanUpHistoryAsync()).isEmpty();
    engine.runBatches();
    assertThat(engine.batches().batch(batch.id())).isEmpty();
    assertThat(engine.history().processInstanceIds(ListQuery.all())).isEmpty();
  }

  @Test
  void two_nodes_create_one_batch() throws Exception {
    endedLongAgo();
    engine.clock().advance(DAY);

    try (TestEngine other = engine.anotherNode();
        AtOnce atOnce = new AtOnce()) {
      assertThat(atOnce.run(List.of(ticking(engine), ticking(other))))
          .extracting(AtOnce.Outcome::failure)
          .containsOnlyNulls();
    }

    assertThat(history()).hasSize(1);
  }

  @Test
  void clean_ups_themselves_are_forgotten_after_a_day() {
    endedLongAgo();
    engine.history().cleanUpHistoryAsync();
    engine.runBatches();
    assertThat(history()).hasSize(1);

    engine.clock().advance(DAY);
    tick();

    assertThat(history()).isEmpty();
  }

  @Test
  void instances_are_deleted_from_history_and_what_cannot_be_is_reported() {
    ProcessInstance ended = start(KEPT_FOR_EVER);
    ProcessInstance running = start(KEPT);

    Batch batch =
        engine
            .history()
            .deleteHistoricProcessInstancesAsync(
                List.of(ended.id(), running.id(), "no-such-instance"), true);
    engine.runBatches();

    assertThat(batch.type()).isEqualTo("historic-instance-deletion");
    assertThat(engine.history().processInstance(ended.id())).isEmpty();
    assertThat(engine.batches().batchFailures(batch.id(), Page.ALL))
        .extracting(BatchFailure::message)
        .containsExactly(
            "Process instance is still running, cannot delete historic process instance: "
                + running.id(),
            "Historic process instance with id no-such-instance does not exist");
  }

  @Test
  void an_instance_that_is_not_there_is_ignored_on_request() {
    Batch batch =
        engine.history().deleteHistoricProcessInstancesAsync(List.of("no-such-instance"), false);

    engine.runBatches();

    assertThat(engine.batches().batch(batch.id())).isEmpty();
  }

  private void endedLongAgo() {
    start(KEPT);
    alice.does("work");
    engine.clock().advance(DAY);
  }

  private static void tick() {
    engine.bean(HistoryCleanupTicks.class).tick();
  }

  private static Callable<Void> ticking(TestEngine node) {
    return () -> {
      node.bean(HistoryCleanupTicks.class).tick();
      return null;
    };
  }

  private static List<HistoricBatch> history() {
    return engine.batches().historicBatches(ListQuery.all());
  }
}
