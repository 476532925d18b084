package dev.outwork.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.Page;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.api.batch.HistoricBatch;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** A batch works with the rights of its creator, to whom it belongs. */
class BatchRightsTest extends GrantedEngineTest {
  private ProcessInstance payment;
  private ProcessInstance shipment;

  /** start --> work (external) --> end. */
  private static BpmnModelInstance process(String key) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask(key)
        .endEvent()
        .done();
  }

  @BeforeEach
  void startInstances() {
    deploy(process("payment"), process("shipment"));
    payment = as("root", () -> engine.start("payment"));
    shipment = as("root", () -> engine.start("shipment"));
  }

  @AfterEach
  void forgetBatches() {
    as(
        "root",
        () -> {
          batches()
              .batches(ListQuery.all())
              .forEach(batch -> batches().deleteBatch(batch.id(), true));
          batches()
              .historicBatches(ListQuery.all())
              .forEach(batch -> batches().deleteHistoricBatch(batch.id()));
        });
  }

  private static String taskOf(ProcessInstance instance) {
    return tasks().stream()
        .filter(task -> task.processInstanceId().equals(instance.id()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<ExternalTask> tasks() {
    return as("root", () -> engine.externalTasks().externalTasks(ListQuery.all()));
  }

  private Batch deletion(String user) {
    return as(
        user,
        () ->
            engine
                .runtime()
                .deleteProcessInstancesAsync(List.of(payment.id(), shipment.id()), null));
  }

  @Test
  void instances_that_the_creator_may_not_see_stay_as_if_they_did_not_exist() {
    Batch batch = deletion("cashier");
    engine.runBatches();

    assertThat(as("root", () -> engine.runtime().processInstances(ListQuery.all())))
        .extracting(ProcessInstance::id)
        .containsExactly(shipment.id());
    assertThat(as("root", () -> batches().historicBatch(batch.id())))
        .get()
        .satisfies(ended -> assertThat(ended.endTime()).isNotNull());
  }

  @Test
  void tasks_that_the_creator_may_not_see_fail_as_if_they_did_not_exist() {
    String hidden = taskOf(shipment);
    List<String> ids = List.of(taskOf(payment), hidden, "missing");

    Batch batch = as("cashier", () -> engine.externalTasks().setRetriesAsync(ids, 7));
    engine.runBatches();

    assertThat(tasks())
        .extracting(ExternalTask::topicName, ExternalTask::retries)
        .containsExactlyInAnyOrder(tuple("payment", 7), tuple("shipment", null));
    assertThat(as("cashier", () -> batches().batchFailures(batch.id(), Page.ALL)))
        .extracting(BatchFailure::message)
        .containsExactlyInAnyOrder(
            "External task with id %s does not exist".formatted(hidden),
            "External task with id missing does not exist");
  }

  @Test
  void nobody_creates_a_batch_who_may_operate_on_nothing() {
    List<String> ids = List.of(payment.id());

    for (String user : List.of("reader", "supervisor", "unknown")) {
      assertForbidden(user, () -> engine.runtime().deleteProcessInstancesAsync(ids, null));
      assertForbidden(user, () -> engine.externalTasks().setRetriesAsync(ids, 7));
      assertForbidden(user, () -> engine.runtime().setProcessInstancesSuspended(ids, true));
    }
    assertThat(as("root", () -> batches().countHistoricBatches(ListQuery.all()))).isZero();
  }

  @Test
  void many_instances_are_suspended_of_which_the_others_are_ignored() {
    List<String> ids = List.of(payment.id(), shipment.id(), "missing");

    as("cashier", () -> engine.runtime().setProcessInstancesSuspended(ids, true));

    assertThat(as("root", () -> engine.runtime().processInstances(ListQuery.all())))
        .extracting(ProcessInstance::id, ProcessInstance::suspended)
        .containsExactlyInAnyOrder(tuple(payment.id(), true), tuple(shipment.id(), false));
  }

  /** Each with the id of a batch. */
  private static List<Consumer<String>> changes() {
    return List.of(
        id -> batches().suspendBatchById(id),
        id -> batches().activateBatchById(id),
        id -> batches().retryBatchFailures(id),
        id -> batches().deleteBatch(id, true),
        id -> batches().deleteHistoricBatch(id));
  }

  private static List<Consumer<String>> questions() {
    return List.of(
        id -> batches().batchFailures(id, Page.ALL),
        id -> batches().countBatchFailures(id),
        id -> batches().batch(id).orElseThrow(() -> new NotFoundException(id)),
        id -> batches().historicBatch(id).orElseThrow(() -> new NotFoundException(id)));
  }

  @Test
  void a_batch_of_somebody_else_does_not_exist() {
    String batch = deletion("cashier").id();

    changes().forEach(verb -> assertLikeMissing(batch, verb));
    questions().forEach(verb -> assertLikeMissing(batch, verb));
    assertThat(seenBy("stranger")).isEmpty();
    assertThat(seenBy("reader")).isEmpty();
    assertThat(batches().batches(ListQuery.all())).isEmpty();
  }

  @Test
  void a_batch_belongs_to_its_creator() {
    String batch = deletion("cashier").id();

    assertThat(seenBy("cashier")).containsExactly(batch);
    assertThat(as("cashier", () -> batches().batches(createdBy("cashier"))))
        .extracting(Batch::id, Batch::createUserId)
        .containsExactly(tuple(batch, "cashier"));
    assertThat(as("cashier", () -> batches().batches(createdBy("root")))).isEmpty();
    as("cashier", () -> questions().forEach(verb -> verb.accept(batch)));
    as("cashier", () -> batches().suspendBatchById(batch));
    as("cashier", () -> batches().activateBatchById(batch));
    as("cashier", () -> batches().deleteBatch(batch, false));
    as("cashier", () -> batches().deleteHistoricBatch(batch));
    assertThat(seenBy("root")).isEmpty();
  }

  @Test
  void who_reads_or_operates_on_all_processes_does_so_with_all_batches() {
    String batch = deletion("cashier").id();

    assertThat(seenBy("supervisor")).containsExactly(batch);
    as("supervisor", () -> questions().forEach(verb -> verb.accept(batch)));
    changes().forEach(verb -> assertForbidden("supervisor", () -> verb.accept(batch)));
    as("operator", () -> batches().suspendBatchById(batch));
    as("operator", () -> batches().deleteBatch(batch, true));
    assertThat(seenBy("root")).isEmpty();
  }

  private static ListQuery<BatchFilter, BatchSort> createdBy(String user) {
    return ListQuery.<BatchFilter, BatchSort>all().with(BatchFilter.CREATED_BY, user);
  }

  private static List<String> seenBy(String user) {
    return as(
        user,
        () -> {
          List<String> found =
              batches().historicBatches(ListQuery.all()).stream().map(HistoricBatch::id).toList();
          assertThat(batches().countHistoricBatches(ListQuery.all())).isEqualTo(found.size());
          assertThat(batches().batches(ListQuery.all()))
              .extracting(Batch::id)
              .containsExactlyElementsOf(found);
          assertThat(batches().countBatches(ListQuery.all())).isEqualTo(found.size());
          assertThat(batches().batchStatistics(ListQuery.all())).hasSameSizeAs(found);
          return found;
        });
  }

  private static BatchService batches() {
    return engine.batches();
  }
}
