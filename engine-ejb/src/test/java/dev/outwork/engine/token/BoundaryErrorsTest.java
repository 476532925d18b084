package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Where a BPMN error goes that a worker reports (docs/rest-api.md, "Propagation of BPMN errors").
 */
class BoundaryErrorsTest extends SharedEngineTest {
  /**
   *
   *
   * <pre>
   * start --> pay (external) --> end
   *            |  | (declined, code to ${code}, message to ${why})
   *            |  +--> declined --> other-card
   *            | (every error)
   *            +--> failed --> give-up
   * </pre>
   *
   * The catch-all is drawn first.
   */
  private static final BpmnModelInstance PAYING =
      Bpmn.createExecutableProcess("paying")
          .startEvent("start")
          .serviceTask("pay")
          .operatonExternalTask("pay")
          .boundaryEvent("failed")
          .error()
          .endEvent("give-up")
          .moveToActivity("pay")
          .boundaryEvent("declined")
          .errorEventDefinition()
          .error("declined")
          .errorCodeVariable("code")
          .errorMessageVariable("why")
          .errorEventDefinitionDone()
          .endEvent("other-card")
          .moveToActivity("pay")
          .endEvent("end")
          .done();

  /**
   *
   *
   * <pre>
   *           +-sub-------------------------------+
   * start --> | inside --> fork +--> a (external) | --> end
   *           |                 +--> b (external) |
   *           +-----------------------------------+
   *             | (broken)
   *             +--> caught --> repair (external)
   * </pre>
   */
  private static final BpmnModelInstance TWO_INSIDE =
      Bpmn.createExecutableProcess("assembling")
          .startEvent("start")
          .subProcess("sub")
          .embeddedSubProcess()
          .startEvent("inside")
          .parallelGateway("fork")
          .serviceTask("a")
          .operatonExternalTask("a")
          .moveToNode("fork")
          .serviceTask("b")
          .operatonExternalTask("b")
          .subProcessDone()
          .boundaryEvent("caught")
          .error("broken")
          .serviceTask("repair")
          .operatonExternalTask("repair")
          .moveToActivity("sub")
          .endEvent("end")
          .done();

  /**
   *
   *
   * <pre>
   * start --> fork +--> a (external) --> end a
   *                +--> b (external) --> end b
   * </pre>
   */
  private static final BpmnModelInstance UNGUARDED =
      Bpmn.createExecutableProcess("unguarded")
          .startEvent("start")
          .parallelGateway("fork")
          .serviceTask("a")
          .operatonExternalTask("a")
          .endEvent("end-a")
          .moveToNode("fork")
          .serviceTask("b")
          .operatonExternalTask("b")
          .endEvent("end-b")
          .done();

  @Test
  void an_event_for_the_very_code_goes_before_one_for_every_error() {
    ProcessInstance instance = start(PAYING);

    alice.raises(alice.fetchesOne("pay"), "declined");

    assertThat(engine.path(instance)).containsExactly("start", "pay", "declined", "other-card");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_event_for_every_error_catches_what_no_other_does() {
    ProcessInstance instance = start(PAYING);

    alice.raises(alice.fetchesOne("pay"), "unforeseen");

    assertThat(engine.path(instance)).containsExactly("start", "pay", "failed", "give-up");
  }

  @Test
  void code_and_message_are_put_into_the_variables_that_the_event_names() {
    ProcessInstance instance = start(PAYING);

    alice.raises(alice.fetchesOne("pay"), "declined");

    assertThat(variableRows(instance)).containsExactly("code=declined", "why=no good");
  }

  @Test
  void an_event_that_names_no_variables_sets_none() {
    ProcessInstance instance = start(PAYING);

    alice.raises(alice.fetchesOne("pay"), "unforeseen");

    assertThat(variableRows(instance)).isEmpty();
  }

  @Test
  void an_error_without_a_message_leaves_the_message_variable_null() {
    ProcessInstance instance = start(PAYING);
    LockedExternalTask task = alice.fetchesOne("pay");

    engine
        .externalTasks()
        .handleBpmnError(
            task.task().id(), "alice", "declined", null, Map.of("bank", TypedValue.string("B")));

    assertThat(variableRows(instance)).containsExactly("bank=B", "code=declined", "why=null");
  }

  @Test
  void the_task_of_an_error_is_gone_and_logged_as_deleted() {
    ProcessInstance instance = start(PAYING);
    LockedExternalTask task = alice.fetchesOne("pay");

    alice.raises(task, "declined");

    assertThatThrownBy(() -> alice.completes(task)).isInstanceOf(NotFoundException.class);
    assertThat(log(instance, "pay"))
        .containsExactly(ExternalTaskLog.Kind.CREATED, ExternalTaskLog.Kind.DELETED);
  }

  @Test
  void an_error_caught_on_a_sub_process_takes_the_locked_tasks_inside_from_their_workers() {
    ProcessInstance instance = start(TWO_INSIDE);
    LockedExternalTask mine = alice.fetchesOne("a");
    LockedExternalTask siblings = bob.fetchesOne("b");

    alice.raises(mine, "broken");

    assertThat(engine.waitsAt(instance)).containsExactly("repair");
    assertThat(engine.path(instance))
        .containsExactly("start", "sub", "inside", "fork", "a", "b", "caught", "repair");
    assertThatThrownBy(() -> bob.completes(siblings)).isInstanceOf(NotFoundException.class);
    assertThat(log(instance, "b"))
        .containsExactly(ExternalTaskLog.Kind.CREATED, ExternalTaskLog.Kind.DELETED);
    alice.does("repair");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void what_an_error_interrupts_is_marked_as_canceled() {
    ProcessInstance instance = start(TWO_INSIDE);

    alice.raises(alice.fetchesOne("a"), "broken");

    assertThat(
            Rows.strings(
                engine.database(),
                "select activity_id from activity_instance"
                    + " where process_instance_id = ? and canceled order by activity_id",
                instance.id()))
        .containsExactly("a", "b", "sub");
  }

  @Test
  void the_incidents_of_what_an_error_interrupts_are_deleted() {
    ProcessInstance instance = start(TWO_INSIDE);
    bob.fails(bob.fetchesOne("b"), 0, Duration.ZERO);

    alice.raises(alice.fetchesOne("a"), "broken");

    assertThat(incidentStates(instance)).containsExactly("DELETED");
  }

  @Test
  void the_incident_of_a_failed_task_is_deleted_when_it_ends_in_an_error() {
    ProcessInstance instance = start(PAYING);
    LockedExternalTask task = alice.fetchesOne("pay");
    alice.fails(task, 0, Duration.ZERO);

    alice.raises(task, "declined");

    assertThat(incidentStates(instance)).containsExactly("DELETED");
  }

  /**
   *
   *
   * <pre>
   *           +-outer-----------------------------------------------------------+
   * start --> | +-inner---------------------------------------------+           |
   *           | | work (external), catches "first"; "second" is caught on inner |
   *           +-----------------------------------------------------------------+
   *             everything else is caught on outer
   * </pre>
   */
  private static BpmnModelInstance threeLevels() {
    return Bpmn.createExecutableProcess("layering")
        .startEvent("start")
        .subProcess("outer")
        .embeddedSubProcess()
        .startEvent("outer-start")
        .subProcess("inner")
        .embeddedSubProcess()
        .startEvent("inner-start")
        .serviceTask("work")
        .operatonExternalTask("work")
        .boundaryEvent("on-work")
        .error("first")
        .endEvent("work-caught")
        .moveToActivity("work")
        .endEvent("inner-end")
        .subProcessDone()
        .boundaryEvent("on-inner")
        .error("second")
        .endEvent("inner-caught")
        .moveToActivity("inner")
        .endEvent("outer-end")
        .subProcessDone()
        .boundaryEvent("on-outer")
        .error()
        .endEvent("outer-caught")
        .moveToActivity("outer")
        .endEvent("end")
        .done();
  }

  @Test
  void the_innermost_event_that_fits_catches_an_error() {
    ProcessInstance first = start(threeLevels());
    alice.raises(alice.fetchesOne("work"), "first");
    ProcessInstance second = start(threeLevels());
    alice.raises(alice.fetchesOne("work"), "second");
    ProcessInstance third = start(threeLevels());
    alice.raises(alice.fetchesOne("work"), "third");

    assertThat(engine.path(first)).endsWith("work", "on-work", "work-caught", "outer-end", "end");
    assertThat(engine.path(second)).endsWith("work", "on-inner", "inner-caught", "end");
    assertThat(engine.path(third)).endsWith("work", "on-outer", "outer-caught");
  }

  @Test
  void an_error_that_nobody_catches_ends_its_path_only() {
    ProcessInstance instance = start(UNGUARDED);

    alice.raises(alice.fetchesOne("a"), "unforeseen");

    assertThat(engine.path(instance)).containsExactly("start", "fork", "a", "b");
    assertThat(engine.waitsAt(instance)).containsExactly("b");
    alice.does("b");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_error_that_nobody_catches_on_the_last_path_completes_the_instance() {
    ProcessInstance instance = start(UNGUARDED);
    alice.does("b");

    alice.raises(alice.fetchesOne("a"), "unforeseen");

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void an_error_that_nobody_catches_ends_the_sub_process_with_its_last_path() {
    ProcessInstance instance = start(TWO_INSIDE);
    alice.does("a");

    alice.raises(alice.fetchesOne("b"), "unforeseen");

    assertThat(engine.path(instance)).endsWith("b", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  private static List<String> variableRows(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        "select name || '=' || coalesce(text_value, 'null') from variable"
            + " where scope_id = ? order by name",
        instance.id());
  }

  private static List<String> incidentStates(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        "select state from incident where process_instance_id = ?",
        instance.id());
  }

  private static List<ExternalTaskLog.Kind> log(ProcessInstance instance, String activityId) {
    return engine
        .history()
        .externalTaskLogs(
            ListQuery.<ExternalTaskLogFilter, ExternalTaskLogSort>all()
                .with(ExternalTaskLogFilter.PROCESS_INSTANCE_ID, instance.id())
                .with(ExternalTaskLogFilter.ACTIVITY_ID_IN, List.of(activityId)))
        .stream()
        .map(ExternalTaskLog::kind)
        .toList();
  }
}
