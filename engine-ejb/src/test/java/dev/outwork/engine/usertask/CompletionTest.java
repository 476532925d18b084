package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** A user task completes, and the process continues. */
class CompletionTest extends UserTaskTest {
  /**
   *
   *
   * <pre>
   * start --> review (user; subject = ${title}, verdict = ${answer}) --> file (external) --> end
   * </pre>
   */
  private static final BpmnModelInstance REVIEWING =
      Bpmn.createExecutableProcess("reviewing")
          .startEvent("start")
          .userTask("review")
          .operatonInputParameter("subject", "${title}")
          .operatonOutputParameter("verdict", "${answer}")
          .serviceTask("file")
          .operatonExternalTask("file")
          .endEvent("end")
          .done();

  /**
   *
   *
   * <pre>
   * start --> review (user) --> end
   * </pre>
   */
  private static final BpmnModelInstance ONE_TASK =
      Bpmn.createExecutableProcess("deciding")
          .startEvent("start")
          .userTask("decide")
          .endEvent("end")
          .done();

  /**
   *
   *
   * <pre>
   * start --> decide (user) --> which -- ${approved} --> end
   * </pre>
   */
  private static final BpmnModelInstance WITHOUT_A_WAY_OUT =
      Bpmn.createExecutableProcess("stuck")
          .startEvent("start")
          .userTask("decide")
          .exclusiveGateway("which")
          .condition("approved", "${approved}")
          .endEvent("end")
          .done();

  @Test
  void a_completed_task_moves_the_process_on_and_is_gone() {
    ProcessInstance instance = start(ONE_TASK);
    Task task = only();

    tasks().complete(task.id(), Map.of());

    assertThat(engine.path(instance)).containsExactly("start", "decide", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(all()).isEmpty();
    assertThat(tasks().task(task.id())).isEmpty();
  }

  @Test
  void the_end_of_a_task_is_recorded() {
    start(ONE_TASK);
    Task completed = only();
    tasks().setAssignee(completed.id(), "mary");
    tasks().complete(completed.id(), Map.of());
    ProcessInstance deleted = start(ONE_TASK);
    Task cancelled = only();
    engine.runtime().deleteProcessInstance(deleted.id(), null);

    assertThat(endOf(completed)).containsExactly("COMPLETED");
    assertThat(endOf(cancelled)).containsExactly("DELETED");
    assertThat(
            Rows.strings(
                engine.database(),
                "select assignee from user_task where activity_instance_id = ?",
                completed.executionId()))
        .containsExactly("mary");
  }

  @Test
  void a_result_goes_where_its_name_is_and_else_to_the_instance() {
    ProcessInstance instance = start(REVIEWING, Map.of("title", TypedValue.string("Moby Dick")));

    tasks()
        .complete(
            only().id(),
            Map.of(
                "subject", TypedValue.string("inside"),
                "answer", TypedValue.string("long"),
                "title", TypedValue.string("The Whale")));

    assertThat(engine.runtime().variables(instance.id()))
        .containsOnly(
            Map.entry("title", TypedValue.string("The Whale")),
            Map.entry("answer", TypedValue.string("long")),
            Map.entry("verdict", TypedValue.string("long")));
    assertThat(engine.waitsAt(instance)).containsExactly("file");
  }

  @Test
  void a_result_goes_past_the_tasks_own_variables() {
    ProcessInstance instance = start(REVIEWING, Map.of("title", TypedValue.string("Moby Dick")));
    tasks()
        .changeVariablesLocal(
            only().id(), Map.of("answer", TypedValue.string("a draft")), List.of());

    tasks().complete(only().id(), Map.of("answer", TypedValue.string("long")));

    assertThat(engine.runtime().variable(instance.id(), "answer"))
        .contains(TypedValue.string("long"));
  }

  @Test
  void the_variables_of_the_instance_can_be_had_in_return() {
    start(REVIEWING, Map.of("title", TypedValue.string("Moby Dick")));

    assertThat(
            tasks()
                .completeWithVariablesInReturn(
                    only().id(), Map.of("answer", TypedValue.string("long"))))
        .containsOnlyKeys("title", "answer", "verdict");
  }

  @Test
  void the_variables_of_an_instance_that_has_ended_can_be_had_in_return() {
    start(ONE_TASK, Map.of("amount", TypedValue.integer(1)));

    assertThat(
            tasks()
                .completeWithVariablesInReturn(
                    only().id(), Map.of("amount", TypedValue.integer(2))))
        .containsExactly(Map.entry("amount", TypedValue.integer(2)));
  }

  @Test
  void a_task_that_does_not_exist_or_no_more_cannot_be_completed() {
    start(ONE_TASK);
    Task task = only();
    tasks().complete(task.id(), Map.of());

    for (String id : List.of(task.id(), "unheard of")) {
      assertThatThrownBy(() -> tasks().complete(id, Map.of()))
          .isExactlyInstanceOf(NullValueException.class)
          .hasMessage("Cannot find task with id %s: task is null", id);
    }
    assertThatThrownBy(() -> tasks().complete(null, Map.of()))
        .isExactlyInstanceOf(NullValueException.class)
        .hasMessage("taskId is null");
  }

  @Test
  void if_the_way_from_a_task_fails_nothing_has_happened() {
    ProcessInstance instance = start(WITHOUT_A_WAY_OUT, Map.of("approved", TypedValue.bool(false)));
    Task task = only();

    assertThatThrownBy(() -> tasks().complete(task.id(), Map.of("answer", TypedValue.string("no"))))
        .isInstanceOf(ProcessEngineException.class);

    assertThat(all()).containsExactly(task);
    assertThat(engine.waitsAt(instance)).containsExactly("decide");
    assertThat(engine.runtime().variables(instance.id())).containsOnlyKeys("approved");
  }

  @Test
  void a_task_of_a_suspended_instance_waits_until_it_is_activated() {
    ProcessInstance instance = start(ONE_TASK);
    Task task = only();
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    assertThat(only().suspended()).isTrue();
    assertThatThrownBy(() -> tasks().complete(task.id(), Map.of()))
        .isExactlyInstanceOf(SuspendedEntityInteractionException.class)
        .hasMessageContaining(task.id());

    engine.runtime().setProcessInstanceSuspended(instance.id(), false);
    assertThat(only().suspended()).isFalse();
    tasks().complete(task.id(), Map.of());
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void only_one_of_concurrent_completions_succeeds() throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < 10; round++) {
        ProcessInstance instance = start(ONE_TASK);
        Task task = only();

        List<Outcome<Void>> outcomes =
            atOnce.run(
                6,
                i ->
                    () -> {
                      tasks().complete(task.id(), Map.of());
                      return null;
                    });

        assertThat(outcomes).filteredOn(outcome -> outcome.failure() == null).hasSize(1);
        assertThat(outcomes)
            .filteredOn(outcome -> outcome.failure() != null)
            .allSatisfy(
                outcome ->
                    assertThat(outcome.failure()).isExactlyInstanceOf(NullValueException.class));
        assertThat(engine.path(instance)).containsExactly("start", "decide", "end");
      }
    }
  }

  @Test
  void completions_and_claims_do_not_deadlock() throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < 20; round++) {
        ProcessInstance instance = start(ONE_TASK);
        Task task = only();

        List<Outcome<Void>> outcomes =
            atOnce.run(
                List.of(
                    () -> {
                      tasks().complete(task.id(), Map.of());
                      return null;
                    },
                    () -> {
                      tasks().claim(task.id(), "mary");
                      return null;
                    }));

        assertThat(outcomes.get(0).failure()).isNull();
        assertThat(outcomes.get(1).failure())
            .satisfiesAnyOf(
                none -> assertThat(none).isNull(),
                gone -> assertThat(gone).isExactlyInstanceOf(NullValueException.class));
        assertThat(engine.state(instance)).isEqualTo("COMPLETED");
      }
    }
  }

  private static List<String> endOf(Task task) {
    return Rows.strings(
        engine.database(),
        "select state from user_task where id = ? and ended_at is not null",
        task.id());
  }
}
