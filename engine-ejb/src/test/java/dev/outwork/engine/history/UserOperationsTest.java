package dev.outwork.engine.history;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.history.UserOperation;
import dev.outwork.api.history.UserOperationFilter;
import dev.outwork.api.history.UserOperationService;
import dev.outwork.api.history.UserOperationSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** The operation log; what is in it of each operation is compared with Camunda 7 elsewhere. */
class UserOperationsTest extends SharedEngineTest {
  private static final Duration DAY = Duration.ofDays(1);

  /** start --> work (external) --> approve (user) --> end; kept for a day. */
  private static final BpmnModelInstance ORDER =
      Bpmn.createExecutableProcess("order")
          .operatonHistoryTimeToLive(1)
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .userTask("approve")
          .endEvent()
          .done();

  private final UserOperationService operations = engine.bean(UserOperationService.class);

  @Test
  void what_nobody_in_particular_does_is_not_recorded() {
    ProcessInstance order = start(ORDER);
    set(order, "amount", 5);

    assertThat(of(order)).isEmpty();
  }

  @Test
  void a_user_starts_and_what_workers_report_is_not_recorded() {
    ProcessInstance order = as("mary", () -> start(ORDER));
    as(
        "courier",
        () -> {
          alice.does("work");
          return null;
        });

    assertThat(of(order))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.operationType()).isEqualTo("Create");
              assertThat(entry.entityType()).isEqualTo("ProcessInstance");
              assertThat(entry.userId()).isEqualTo("mary");
              assertThat(entry.timestamp()).isEqualTo(engine.clock().instant());
              assertThat(entry.subject().rootProcessInstanceId()).isEqualTo(order.id());
              assertThat(entry.subject().deploymentId())
                  .isEqualTo(
                      engine
                          .repository()
                          .processDefinition(order.processDefinitionId())
                          .orElseThrow()
                          .deploymentId());
            });
  }

  @Test
  void each_property_has_an_entry_and_all_of_them_the_same_operation() {
    ProcessInstance order = start(ORDER);
    alice.does("work");
    String task = taskOf(order);

    as(
        "mary",
        () -> {
          engine.tasks().claim(task, "joe");
          engine.tasks().delegateTask(task, "ann");
          return null;
        });

    assertThat(of(order))
        .extracting(
            UserOperation::operationType,
            UserOperation::property,
            UserOperation::orgValue,
            UserOperation::newValue)
        .containsExactlyInAnyOrder(
            tuple("Claim", "assignee", null, "joe"),
            tuple("Delegate", "assignee", "joe", "ann"),
            tuple("Delegate", "owner", null, "joe"),
            tuple("Delegate", "delegation", null, "PENDING"));
    assertThat(of(order).stream().map(UserOperation::operationId).distinct()).hasSize(2);
  }

  @Test
  void what_is_refused_is_not_recorded() {
    ProcessInstance order = start(ORDER);
    alice.does("work");
    String task = taskOf(order);
    engine.tasks().claim(task, "joe");

    as("mary", () -> catchThrowable(() -> engine.tasks().claim(task, "ann")));
    as(
        "mary",
        () ->
            catchThrowable(
                () ->
                    engine.inTransaction(
                        () -> {
                          set(order, "amount", 5);
                          throw new IllegalStateException("rolled back");
                        })));

    assertThat(of(order)).isEmpty();
  }

  @Test
  void a_list_is_filtered_sorted_paged_and_counted() {
    ProcessInstance order = as("mary", () -> start(ORDER));
    engine.advance(Duration.ofMinutes(1));
    as("joe", () -> set(order, "amount", 5));
    var ofOrder = query(order);

    assertThat(operations.countUserOperations(ofOrder)).isEqualTo(2);
    assertThat(operations.userOperations(ofOrder.with(UserOperationFilter.USER_ID, "joe")))
        .extracting(UserOperation::operationType)
        .containsExactly("SetVariable");
    assertThat(
            operations.userOperations(
                ofOrder.with(UserOperationFilter.ENTITY_TYPE_IN, List.of("Variable", "Job"))))
        .hasSize(1);
    assertThat(
            operations.userOperations(
                ofOrder.with(UserOperationFilter.BEFORE_TIMESTAMP, engine.clock().instant())))
        .extracting(UserOperation::userId)
        .containsExactly("mary");
    assertThat(
            operations.countUserOperations(
                ofOrder.with(UserOperationFilter.JOB_DEFINITION_ID, "any")))
        .isZero();
    assertThat(
            operations.userOperations(
                new ListQuery<>(
                    ofOrder.filters(),
                    List.of(new ListQuery.Sort<>(UserOperationSort.TIMESTAMP, false)),
                    new Page(0, 1))))
        .extracting(UserOperation::userId)
        .containsExactly("joe");
  }

  @Test
  void an_operation_is_annotated() {
    ProcessInstance order = as("mary", () -> start(ORDER));
    String operation = of(order).get(0).operationId();

    operations.setAnnotation(operation, "asked by phone");
    assertThat(of(order)).extracting(UserOperation::annotation).containsExactly("asked by phone");

    operations.clearAnnotation(operation);
    assertThat(of(order)).extracting(UserOperation::annotation).containsOnlyNulls();
    assertThatThrownBy(() -> operations.setAnnotation("no-such-operation", "x"))
        .isInstanceOf(BadUserRequestException.class);
  }

  @Test
  void the_record_goes_with_the_history_of_its_instance() {
    ProcessInstance order = as("mary", () -> start(ORDER));
    as("mary", () -> delete(order));
    assertThat(of(order))
        .extracting(UserOperation::removalTime)
        .containsOnly(engine.clock().instant().plus(DAY));

    engine.clock().advance(DAY.plus(Duration.ofHours(1)));
    engine.history().cleanUpHistoryAsync();
    engine.runBatches();

    assertThat(of(order)).isEmpty();
  }

  @Test
  void it_outlives_an_instance_that_is_deleted_by_hand_for_its_time_to_live() {
    ProcessInstance order = as("mary", () -> start(ORDER));
    as("mary", () -> delete(order));
    engine.history().deleteHistoricProcessInstance(order.id());
    assertThat(of(order)).hasSize(2).extracting(UserOperation::removalTime).containsOnlyNulls();

    engine.clock().advance(DAY.minus(Duration.ofHours(1)));
    engine.history().cleanUpHistoryAsync();
    assertThat(of(order)).hasSize(2);

    engine.clock().advance(Duration.ofHours(2));
    engine.history().cleanUpHistoryAsync();
    assertThat(of(order)).isEmpty();
  }

  private static Void set(ProcessInstance order, String name, int value) {
    engine
        .runtime()
        .changeVariables(order.id(), Map.of(name, TypedValue.integer(value)), List.of());
    return null;
  }

  private static Void delete(ProcessInstance order) {
    engine.runtime().deleteProcessInstance(order.id(), null);
    return null;
  }

  private static String taskOf(ProcessInstance order) {
    return engine
        .tasks()
        .tasks(
            ListQuery.<TaskFilter, TaskSort>all().with(TaskFilter.PROCESS_INSTANCE_ID, order.id()))
        .get(0)
        .id();
  }

  private static ListQuery<UserOperationFilter, UserOperationSort> query(ProcessInstance order) {
    return ListQuery.<UserOperationFilter, UserOperationSort>all()
        .with(UserOperationFilter.PROCESS_INSTANCE_ID, order.id());
  }

  private List<UserOperation> of(ProcessInstance order) {
    return operations.userOperations(query(order));
  }
}
