package dev.outwork.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.history.EndedInstances.DueTree;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Instances that have ended go for good, at once or when their time has come (docs/rest-api.md,
 * "Removal of history").
 */
class EndedInstancesTest extends SharedEngineTest {
  private static final Duration DAY = Duration.ofDays(1);

  private static final List<String> TABLES =
      List.of("activity_instance", "variable", "external_task_log", "incident", "user_task");

  /** start --> work (external) --> check (user task) --> end; kept for two days. */
  private static final BpmnModelInstance KEPT = working("kept", 2);

  /** The same, kept for a day. */
  private static final BpmnModelInstance KEPT_SHORTLY = working("kept-shortly", 1);

  /** The same, kept for ever. */
  private static final BpmnModelInstance KEPT_FOR_EVER = working("kept-for-ever", null);

  /** start --> call (kept-for-ever) --> end; kept for two days. */
  private static final BpmnModelInstance CALLING =
      Bpmn.createExecutableProcess("calling")
          .operatonHistoryTimeToLive(2)
          .startEvent()
          .callActivity("call")
          .calledElement("kept-for-ever")
          .endEvent()
          .done();

  private static BpmnModelInstance working(String key, Integer daysToLive) {
    return Bpmn.createExecutableProcess(key)
        .operatonHistoryTimeToLive(daysToLive)
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask("work")
        .userTask("check")
        .endEvent()
        .done();
  }

  @BeforeEach
  @AfterEach
  void forgetWhatHasEnded() {
    endWhatStillRuns();
    engine
        .history()
        .deleteHistoricProcessInstances(
            engine.history().processInstances(ListQuery.all()).stream()
                .map(HistoricProcessInstance::id)
                .toList());
  }

  @Test
  void an_ended_instance_goes_with_all_that_belongs_to_it() {
    ProcessInstance instance = start(KEPT, Map.of("color", TypedValue.string("red")));
    alice.fails(alice.fetchesOne("work"), 0, Duration.ZERO);
    engine.externalTasks().setRetries(openTask(), 1);
    alice.does("work");
    completeUserTask();
    assertThat(TABLES).allSatisfy(table -> assertThat(rowsOf(instance, table)).isPositive());

    engine.history().deleteHistoricProcessInstance(instance.id());

    assertThat(engine.history().processInstance(instance.id())).isEmpty();
    assertThat(TABLES).allSatisfy(table -> assertThat(rowsOf(instance, table)).isZero());
  }

  @Test
  void an_instance_that_runs_stays() {
    ProcessInstance ended = end(start(KEPT));
    ProcessInstance instance = start(KEPT);

    assertThatThrownBy(
            () ->
                engine.history().deleteHistoricProcessInstances(List.of(ended.id(), instance.id())))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage(
            "Process instance is still running, cannot delete historic process instance: "
                + instance.id());

    assertThat(engine.history().processInstance(ended.id())).isPresent();
  }

  @Test
  void what_does_not_exist_is_refused_or_passed_over_as_asked() {
    ProcessInstance ended = end(start(KEPT));

    assertThatThrownBy(
            () -> engine.history().deleteHistoricProcessInstances(List.of("nowhere", ended.id())))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("Historic process instance with id nowhere does not exist");
    assertThat(engine.history().processInstance(ended.id())).isPresent();

    engine
        .history()
        .deleteHistoricProcessInstancesIfExists(List.of("nowhere", ended.id(), ended.id()));
    engine.history().deleteHistoricProcessInstanceIfExists(ended.id());

    assertThat(engine.history().processInstance(ended.id())).isEmpty();
  }

  @Test
  void what_a_deleted_root_had_called_stays_and_stands_for_itself() {
    ProcessInstance root = startCalling();
    String called = called(root);
    end();

    engine.history().deleteHistoricProcessInstance(root.id());

    HistoricProcessInstance alone = engine.history().processInstance(called).orElseThrow();
    assertThat(alone.rootProcessInstanceId()).isEqualTo(called);
    assertThat(alone.superProcessInstanceId()).isEqualTo(root.id());
  }

  @Test
  void a_tree_of_calls_goes_when_its_root_has_been_kept_long_enough() {
    ProcessInstance root = startCalling();
    String called = called(root);
    Instant end = engine.clock().instant();
    end();

    engine.clock().advance(DAY.multipliedBy(2).minusMillis(1));
    assertThat(due(10)).isEmpty();

    engine.clock().advance(Duration.ofMillis(1));
    assertThat(due(10))
        .containsExactly(
            new DueTree(root.id(), end.plus(DAY.multipliedBy(2)), List.of(root.id(), called)));
  }

  @Test
  void what_runs_or_is_kept_for_ever_is_never_due() {
    end(start(KEPT_FOR_EVER));
    start(KEPT);

    engine.clock().advance(DAY.multipliedBy(1_000));

    assertThat(due(10)).isEmpty();
  }

  @Test
  void those_go_first_whose_time_came_first() {
    ProcessInstance third = end(start(KEPT));
    engine.clock().advance(Duration.ofHours(1));
    ProcessInstance first = end(start(KEPT_SHORTLY));
    engine.clock().advance(Duration.ofHours(1));
    ProcessInstance second = end(start(KEPT_SHORTLY));
    engine.clock().advance(DAY.multipliedBy(2));

    assertThat(due(10))
        .extracting(DueTree::rootId)
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(due(2)).extracting(DueTree::rootId).containsExactly(first.id(), second.id());
  }

  private static List<DueTree> due(int most) {
    try {
      return engine.inTransaction(() -> engine.bean(EndedInstances.class).dueForRemoval(most));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ProcessInstance startCalling() {
    engine.deploy(KEPT_FOR_EVER);
    return start(CALLING);
  }

  private static String called(ProcessInstance root) {
    return Rows.strings(
            engine.database(), "select id from process_instance where super_id = ?", root.id())
        .get(0);
  }

  private ProcessInstance end(ProcessInstance instance) {
    end();
    return instance;
  }

  private void end() {
    alice.does("work");
    completeUserTask();
  }

  private static void completeUserTask() {
    String task = engine.tasks().tasks(ListQuery.all()).get(0).id();
    engine.tasks().complete(task, Map.of());
  }

  private static String openTask() {
    return engine.externalTasks().externalTasks(ListQuery.all()).get(0).id();
  }

  private static long rowsOf(ProcessInstance instance, String table) {
    return Rows.count(
        engine.database(),
        "select count(*) from " + table + " where process_instance_id = ?",
        instance.id());
  }
}
