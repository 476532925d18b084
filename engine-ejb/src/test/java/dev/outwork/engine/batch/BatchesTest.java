package dev.outwork.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.Page;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.api.batch.HistoricBatch;
import dev.outwork.api.batch.HistoricBatchFilter;
import dev.outwork.api.batch.HistoricBatchSort;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * What batches do, and how they are shown and ended (docs/rest-api.md, "Set retries of many tasks",
 * "Deleting instances", "Removal of history" and "Batches").
 */
class BatchesTest extends SharedEngineTest {
  @AfterEach
  void forgetBatches() {
    all().forEach(batch -> engine.batches().deleteBatch(batch.id(), true));
    engine
        .batches()
        .historicBatches(ListQuery.all())
        .forEach(batch -> engine.batches().deleteHistoricBatch(batch.id()));
  }

  @Test
  void retries_are_set_task_by_task_and_a_task_that_is_not_there_fails_alone() {
    List<String> ids = tasks(3);

    Batch batch =
        engine
            .externalTasks()
            .setRetriesAsync(List.of(ids.get(0), "no-such-task", ids.get(1), ids.get(2)), 7);
    assertThat(retriesOf(ids)).containsOnlyNulls();
    engine.runBatches();

    assertThat(retriesOf(ids)).containsOnly(7);
    assertThat(batch.type()).isEqualTo("set-external-task-retries");
    assertThat(engine.batches().batchFailures(batch.id(), Page.ALL))
        .extracting(BatchFailure::elementId, BatchFailure::message)
        .containsExactly(
            tuple("no-such-task", "External task with id no-such-task does not exist"));
  }

  @Test
  void instances_are_deleted_with_their_reason_and_one_that_is_gone_is_done() {
    engine.deploy(working());
    List<ProcessInstance> instances =
        IntStream.range(0, 3).mapToObj(i -> engine.start("working")).toList();
    List<String> ids = instances.stream().map(ProcessInstance::id).toList();
    engine.runtime().deleteProcessInstance(ids.get(0), null);

    Batch batch = engine.runtime().deleteProcessInstancesAsync(ids, "cleaning");
    engine.runBatches();

    assertThat(batch.type()).isEqualTo("instance-deletion");
    assertThat(engine.batches().batch(batch.id())).isEmpty();
    assertThat(engine.runtime().countProcessInstances(ListQuery.all())).isZero();
    assertThat(engine.history().processInstance(ids.get(1)).orElseThrow())
        .satisfies(ended -> assertThat(ended.state()).isEqualTo("EXTERNALLY_TERMINATED"))
        .satisfies(ended -> assertThat(ended.deleteReason()).isEqualTo("cleaning"));
  }

  @Test
  void what_makes_no_sense_is_refused_at_once() {
    assertThatThrownBy(() -> engine.externalTasks().setRetriesAsync(List.of(), 1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("externalTaskIds is empty");
    assertThatThrownBy(() -> engine.externalTasks().setRetriesAsync(Arrays.asList("one", null), 1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("externalTaskIds contains null value");
    assertThatThrownBy(() -> engine.externalTasks().setRetriesAsync(List.of("one"), -1))
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(() -> engine.externalTasks().setRetriesAsync(List.of("x".repeat(65)), 1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("65 characters");
    assertThatThrownBy(() -> engine.runtime().deleteProcessInstancesAsync(List.of(), null))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("processInstanceIds is empty");

    assertThat(engine.batches().countHistoricBatches(ListQuery.all())).isZero();
  }

  @Test
  void a_batch_has_half_a_million_elements_at_the_most() {
    List<String> tooMany =
        IntStream.rangeClosed(0, Batch.MOST_ELEMENTS).mapToObj(String::valueOf).toList();

    assertThatThrownBy(() -> engine.externalTasks().setRetriesAsync(tooMany, 1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("Cannot create a batch of 500001 elements: at most 500000 are allowed");
  }

  @Test
  void batches_are_found_by_every_filter() {
    Batch failed = engine.externalTasks().setRetriesAsync(List.of("no-such-task"), 1);
    engine.runBatches();
    engine.clock().advance(Duration.ofMinutes(1));
    Instant between = engine.clock().instant();
    engine.clock().advance(Duration.ofMinutes(1));
    Batch suspended = engine.runtime().deleteProcessInstancesAsync(List.of("one"), null);
    engine.batches().suspendBatchById(suspended.id());

    assertThat(found(BatchFilter.BATCH_ID, failed.id())).containsExactly(failed.id());
    assertThat(found(BatchFilter.TYPE, "instance-deletion")).containsExactly(suspended.id());
    assertThat(found(BatchFilter.SUSPENDED, true)).containsExactly(suspended.id());
    assertThat(found(BatchFilter.ACTIVE, true)).containsExactly(failed.id());
    assertThat(found(BatchFilter.WITH_FAILURES, true)).containsExactly(failed.id());
    assertThat(found(BatchFilter.WITHOUT_FAILURES, true)).containsExactly(suspended.id());
    assertThat(found(BatchFilter.STARTED_BEFORE, between)).containsExactly(failed.id());
    assertThat(found(BatchFilter.STARTED_AFTER, between)).containsExactly(suspended.id());
    assertThat(found(BatchFilter.TENANT_ID_IN, List.of("one"))).isEmpty();
    assertThat(found(BatchFilter.CREATED_BY, "somebody")).isEmpty();
    assertThat(found(BatchFilter.WITHOUT_TENANT_ID, true))
        .containsExactly(failed.id(), suspended.id());
    assertThat(
            engine
                .batches()
                .batches(
                    ListQuery.<BatchFilter, BatchSort>all().orderBy(BatchSort.START_TIME, false)))
        .extracting(Batch::id)
        .containsExactly(suspended.id(), failed.id());
    assertThat(engine.batches().countBatches(ListQuery.all())).isEqualTo(2);
  }

  @Test
  void history_has_batches_that_run_and_those_that_have_ended() {
    Batch ended = engine.runtime().deleteProcessInstancesAsync(List.of("one"), null);
    engine.runBatches();
    engine.clock().advance(Duration.ofMinutes(1));
    Batch running = engine.externalTasks().setRetriesAsync(List.of("one"), 1);

    assertThat(inHistory(HistoricBatchFilter.COMPLETED, true)).containsExactly(ended.id());
    assertThat(inHistory(HistoricBatchFilter.RUNNING, true)).containsExactly(running.id());
    assertThat(inHistory(HistoricBatchFilter.BATCH_ID, ended.id())).containsExactly(ended.id());
    assertThat(inHistory(HistoricBatchFilter.TYPE, ended.type())).containsExactly(ended.id());
    assertThat(inHistory(HistoricBatchFilter.TENANT_ID_IN, List.of("one"))).isEmpty();
    assertThat(inHistory(HistoricBatchFilter.WITHOUT_TENANT_ID, true)).hasSize(2);
    assertThat(
            engine
                .batches()
                .historicBatches(
                    ListQuery.<HistoricBatchFilter, HistoricBatchSort>all()
                        .orderBy(HistoricBatchSort.START_TIME, false)))
        .extracting(HistoricBatch::id)
        .containsExactly(running.id(), ended.id());
  }

  @Test
  void a_batch_that_runs_is_deleted_with_its_history_or_without() {
    Batch kept = engine.externalTasks().setRetriesAsync(List.of("one"), 1);
    Batch forgotten = engine.externalTasks().setRetriesAsync(List.of("one"), 1);

    engine.batches().deleteBatch(kept.id(), false);
    engine.batches().deleteBatch(forgotten.id(), true);

    assertThat(all()).isEmpty();
    assertThat(engine.batches().historicBatch(kept.id()).orElseThrow().endTime()).isNotNull();
    assertThat(engine.batches().historicBatch(forgotten.id())).isEmpty();
  }

  @Test
  void history_forgets_a_batch_once_it_has_ended() {
    Batch batch = engine.runtime().deleteProcessInstancesAsync(List.of("one"), null);
    assertThatThrownBy(() -> engine.batches().deleteHistoricBatch(batch.id()))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("has not ended");
    engine.runBatches();

    engine.batches().deleteHistoricBatch(batch.id());

    assertThat(engine.batches().historicBatch(batch.id())).isEmpty();
    assertThatThrownBy(() -> engine.batches().deleteHistoricBatch(batch.id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_batch_that_does_not_run_can_only_be_looked_up() {
    Batch ended = engine.runtime().deleteProcessInstancesAsync(List.of("one"), null);
    engine.runBatches();

    for (String id : List.of(ended.id(), "no-such-batch")) {
      assertNotFound(id, () -> engine.batches().suspendBatchById(id));
      assertNotFound(id, () -> engine.batches().activateBatchById(id));
      assertNotFound(id, () -> engine.batches().deleteBatch(id, true));
      assertNotFound(id, () -> engine.batches().retryBatchFailures(id));
      assertNotFound(id, () -> engine.batches().batchFailures(id, Page.ALL));
      assertNotFound(id, () -> engine.batches().countBatchFailures(id));
    }
    assertThat(engine.batches().historicBatch(ended.id())).isPresent();
  }

  @Test
  void failures_are_shown_page_by_page() {
    List<String> ids = IntStream.range(0, 5).mapToObj(i -> "no-such-task-" + i).toList();
    Batch batch = engine.externalTasks().setRetriesAsync(ids, 1);
    engine.runBatches();

    assertThat(engine.batches().batchFailures(batch.id(), new Page(1, 3)))
        .extracting(BatchFailure::elementId)
        .containsExactlyElementsOf(ids.subList(1, 4));
    assertThat(engine.batches().countBatchFailures(batch.id())).isEqualTo(5);
  }

  private static void assertNotFound(String id, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(NotFoundException.class)
        .hasMessage("Batch with id '%s' does not exist".formatted(id));
  }

  private static List<Batch> all() {
    return engine.batches().batches(ListQuery.all());
  }

  private static List<String> found(BatchFilter filter, Object value) {
    return engine
        .batches()
        .batches(ListQuery.<BatchFilter, BatchSort>all().with(filter, value))
        .stream()
        .map(Batch::id)
        .toList();
  }

  private static List<String> inHistory(HistoricBatchFilter filter, Object value) {
    return engine
        .batches()
        .historicBatches(
            ListQuery.<HistoricBatchFilter, HistoricBatchSort>all().with(filter, value))
        .stream()
        .map(HistoricBatch::id)
        .toList();
  }

  /** Starts instances, each with one task, and answers the ids of the tasks. */
  private static List<String> tasks(int count) {
    engine.deploy(working());
    IntStream.range(0, count).forEach(i -> engine.start("working"));
    return engine.externalTasks().externalTasks(ListQuery.all()).stream()
        .map(ExternalTask::id)
        .toList();
  }

  /** start --> work (external) --> end. */
  private static BpmnModelInstance working() {
    return Bpmn.createExecutableProcess("working")
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .done();
  }

  private static List<Integer> retriesOf(List<String> ids) {
    return ids.stream()
        .map(id -> engine.externalTasks().externalTask(id).orElseThrow().retries())
        .toList();
  }
}
