package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** BPMN errors and escalations that people raise instead of completing their task. */
class ThrowingTest extends UserTaskTest {
  /**
   *
   *
   * <pre>
   * start --> sign (user) --> signed
   *            |  |  | (refused, code to ${code}, message to ${why})
   *            |  |  +--> refused --> not-signed
   *            |  | (urgent)
   *            |  +--> urgent --> hurried
   *            | (late, not interrupting)
   *            + -> late --> remind (user) --> reminded
   * </pre>
   */
  private static final BpmnModelInstance SIGNING =
      Bpmn.createExecutableProcess("signing")
          .startEvent("start")
          .userTask("sign")
          .boundaryEvent("refused")
          .errorEventDefinition()
          .error("refused")
          .errorCodeVariable("code")
          .errorMessageVariable("why")
          .errorEventDefinitionDone()
          .endEvent("not-signed")
          .moveToActivity("sign")
          .boundaryEvent("urgent")
          .escalation("urgent")
          .endEvent("hurried")
          .moveToActivity("sign")
          .boundaryEvent("late")
          .cancelActivity(false)
          .escalation("late")
          .userTask("remind")
          .endEvent("reminded")
          .moveToActivity("sign")
          .endEvent("signed")
          .done();

  /**
   *
   *
   * <pre>
   *           +-sub---------------------------------------+
   * start --> | inside --> fork +--> read (user) --> read |
   *           |                 +--> check (user)         | --> end
   *           +-------------------------------------------+
   *             | (every error)
   *             +--> failed --> given-up
   * </pre>
   */
  private static final BpmnModelInstance TWO_INSIDE =
      Bpmn.createExecutableProcess("two-inside")
          .startEvent("start")
          .subProcess("sub")
          .embeddedSubProcess()
          .startEvent("inside")
          .parallelGateway("fork")
          .userTask("read")
          .endEvent("end-read")
          .moveToNode("fork")
          .userTask("check")
          .endEvent("end-check")
          .subProcessDone()
          .boundaryEvent("failed")
          .error()
          .endEvent("given-up")
          .moveToActivity("sub")
          .endEvent("end")
          .done();

  @Test
  void an_error_is_caught_on_the_task() {
    ProcessInstance instance = start(SIGNING);
    Task task = only();

    tasks()
        .handleBpmnError(
            task.id(), "refused", "bad terms", Map.of("by", TypedValue.string("mary")));

    assertThat(engine.path(instance)).containsExactly("start", "sign", "refused", "not-signed");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(tasks().task(task.id())).isEmpty();
  }

  @Test
  void an_error_takes_all_tasks_around_it_along() {
    ProcessInstance instance = start(TWO_INSIDE);
    assertThat(all()).hasSize(2);

    tasks().handleBpmnError(at("check").id(), "wrong", null, Map.of());

    assertThat(all()).isEmpty();
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(engine.path(instance)).endsWith("failed", "given-up");
  }

  @Test
  void an_error_that_is_not_caught_ends_the_path() {
    ProcessInstance instance = start(SIGNING);

    tasks().handleBpmnError(only().id(), "unheard of", null, Map.of());

    assertThat(all()).isEmpty();
    assertThat(engine.path(instance)).containsExactly("start", "sign");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_escalation_that_interrupts_ends_the_task() {
    ProcessInstance instance = start(SIGNING);

    tasks().handleEscalation(only().id(), "urgent", Map.of());

    assertThat(all()).isEmpty();
    assertThat(engine.path(instance)).containsExactly("start", "sign", "urgent", "hurried");
  }

  @Test
  void an_escalation_that_does_not_interrupt_leaves_the_task_open() {
    ProcessInstance instance = start(SIGNING);
    Task sign = only();

    tasks().handleEscalation(sign.id(), "late", Map.of("days", TypedValue.integer(3)));

    assertThat(all()).extracting(Task::taskDefinitionKey).containsExactly("sign", "remind");
    assertThat(engine.runtime().variable(instance.id(), "days")).contains(TypedValue.integer(3));
    tasks().complete(sign.id(), Map.of());
    assertThat(engine.waitsAt(instance)).containsExactly("remind");
  }

  @Test
  void an_escalation_that_is_not_caught_changes_nothing_but_variables() {
    ProcessInstance instance = start(SIGNING);
    Task sign = only();

    tasks().handleEscalation(sign.id(), "unheard of", Map.of("days", TypedValue.integer(3)));

    assertThat(only()).isEqualTo(sign);
    assertThat(engine.runtime().variable(instance.id(), "days")).contains(TypedValue.integer(3));
  }

  @Test
  void a_raised_error_has_a_code() {
    start(SIGNING);
    String id = only().id();

    for (String none : Arrays.asList("", null)) {
      assertThatThrownBy(() -> tasks().handleBpmnError(id, none, null, Map.of()))
          .isExactlyInstanceOf(BadUserRequestException.class)
          .hasMessageStartingWith("errorCode is ");
      assertThatThrownBy(() -> tasks().handleEscalation(id, none, Map.of()))
          .isExactlyInstanceOf(BadUserRequestException.class)
          .hasMessageStartingWith("escalationCode is ");
    }
    assertThat(all()).hasSize(1);
  }

  @Test
  void nothing_is_raised_from_a_task_that_does_not_exist() {
    assertThatThrownBy(() -> tasks().handleBpmnError("unheard of", "refused", null, Map.of()))
        .isExactlyInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> tasks().handleEscalation("unheard of", "late", Map.of()))
        .isExactlyInstanceOf(NotFoundException.class);
  }

  @Test
  void nothing_is_raised_from_a_task_that_is_suspended() {
    ProcessInstance instance = start(SIGNING);
    String id = only().id();
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    for (String code : List.of("refused", "unheard of")) {
      assertThatThrownBy(() -> tasks().handleBpmnError(id, code, null, Map.of()))
          .isExactlyInstanceOf(SuspendedEntityInteractionException.class);
    }
    assertThatThrownBy(() -> tasks().handleEscalation(id, "late", Map.of()))
        .isExactlyInstanceOf(SuspendedEntityInteractionException.class);
  }
}
