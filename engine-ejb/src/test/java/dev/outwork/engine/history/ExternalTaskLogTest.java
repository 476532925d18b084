package dev.outwork.engine.history;

import static dev.outwork.api.history.ExternalTaskLog.Kind.CREATED;
import static dev.outwork.api.history.ExternalTaskLog.Kind.DELETED;
import static dev.outwork.api.history.ExternalTaskLog.Kind.FAILED;
import static dev.outwork.api.history.ExternalTaskLog.Kind.SUCCESSFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLog.Kind;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * The log of external tasks (docs/rest-api.md, "Processing of a failure", "History retention" and
 * "External task log").
 */
class ExternalTaskLogTest extends SharedEngineTest {
  /** start --> work (external, of priority 4) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .operatonTaskPriority("4")
          .endEvent()
          .done();

  private static final String INTERRUPTED =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
        <process id="interrupted" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="done"/>
          <serviceTask id="done" camunda:type="external" camunda:topic="done" camunda:asyncAfter="true"/>
          <sequenceFlow id="f2" sourceRef="done" targetRef="end"/>
          <endEvent id="end"/>
          <subProcess id="whenOver" triggeredByEvent="true">
            <startEvent id="over">
              <conditionalEventDefinition>
                <condition xsi:type="tFormalExpression">${over}</condition>
              </conditionalEventDefinition>
            </startEvent>
            <sequenceFlow id="f3" sourceRef="over" targetRef="stopped"/>
            <endEvent id="stopped"/>
          </subProcess>
        </process>
      </definitions>
      """;

  private ProcessInstance instance;
  private LockedExternalTask task;

  @BeforeEach
  void lockOneTask() {
    instance = start(WORK);
    task = alice.fetchesOne("work");
  }

  @Test
  void a_task_is_logged_when_it_is_created() {
    ExternalTask created = task.task();
    ExternalTaskLog line = log().get(0);

    assertThat(line.kind()).isEqualTo(CREATED);
    assertThat(line.timestamp()).isEqualTo(engine.clock().instant());
    assertThat(line.externalTaskId()).isEqualTo(created.id());
    assertThat(line.topicName()).isEqualTo("work");
    assertThat(line.workerId()).isNull();
    assertThat(line.priority()).isEqualTo(4);
    assertThat(line.retries()).isNull();
    assertThat(line.errorMessage()).isNull();
    assertThat(line.activityId()).isEqualTo("work");
    assertThat(line.activityInstanceId()).isEqualTo(created.activityInstanceId());
    assertThat(line.executionId()).isEqualTo(created.executionId());
    assertThat(line.processInstanceId()).isEqualTo(instance.id());
    assertThat(line.processDefinitionId()).isEqualTo(instance.processDefinitionId());
    assertThat(line.processDefinitionKey()).isEqualTo("working");
    assertThat(line.tenantId()).isNull();
    assertThat(engine.history().externalTaskLog(line.id())).contains(line);
  }

  @Test
  void a_failure_is_logged_with_its_message_and_the_retries_from_before_it() {
    fails("first", "stack", 2);
    fails("second", null, 1);
    alice.completes(task);

    assertThat(log())
        .extracting(
            ExternalTaskLog::kind,
            ExternalTaskLog::retries,
            ExternalTaskLog::errorMessage,
            ExternalTaskLog::workerId)
        .containsExactly(
            tuple(CREATED, null, null, null),
            tuple(FAILED, null, "first", "alice"),
            tuple(FAILED, 2, "second", "alice"),
            tuple(SUCCESSFUL, 1, null, "alice"));
  }

  @Test
  void what_is_deleted_after_a_failure_has_no_message_of_its_own() {
    fails("first", "stack", 2);
    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(log())
        .extracting(ExternalTaskLog::kind, ExternalTaskLog::errorMessage)
        .containsExactly(tuple(CREATED, null), tuple(FAILED, "first"), tuple(DELETED, null));
  }

  @Test
  void locks_and_retries_and_priorities_are_not_logged() {
    String id = task.task().id();
    engine.externalTasks().extendLock(id, "alice", Duration.ofMinutes(1));
    engine.externalTasks().setRetries(id, 3);
    engine.externalTasks().setPriority(id, 3);
    engine.externalTasks().unlock(id);
    engine.externalTasks().lock(id, "bob", Duration.ofMinutes(1));

    assertThat(kinds()).containsExactly(CREATED);
  }

  @Test
  void a_task_that_goes_with_its_instance_is_logged_as_deleted() {
    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(kinds()).containsExactly(CREATED, DELETED);
  }

  @Test
  void a_task_that_ends_by_a_bpmn_error_is_logged_as_deleted() {
    alice.raises(task, "unheard of");

    assertThat(kinds()).containsExactly(CREATED, DELETED);
    assertThat(log().get(1).workerId()).isEqualTo("alice");
  }

  /** start --> done (external, a border after it) --> end; a condition interrupts all of it. */
  @Test
  void a_task_that_is_done_is_not_logged_as_deleted_when_its_activity_is_interrupted() {
    engine.deploy(INTERRUPTED);
    ProcessInstance interrupted = engine.start("interrupted");
    LockedExternalTask done = alice.fetchesOne("done");

    alice.completes(done, Map.of("over", TypedValue.bool(true)));

    assertThat(engine.state(interrupted)).isEqualTo("COMPLETED");
    assertThat(
            engine
                .history()
                .externalTaskLogs(
                    ListQuery.<ExternalTaskLogFilter, ExternalTaskLogSort>all()
                        .with(ExternalTaskLogFilter.EXTERNAL_TASK_ID, done.task().id())))
        .extracting(ExternalTaskLog::kind)
        .containsExactlyInAnyOrder(CREATED, SUCCESSFUL);
  }

  @Test
  void details_of_a_failure_are_read_apart() {
    fails("first", "stack", 2);
    fails("second", null, 1);

    assertThat(engine.history().errorDetails(log().get(0).id())).isEmpty();
    assertThat(engine.history().errorDetails(log().get(1).id())).contains("stack");
    assertThatThrownBy(() -> engine.history().errorDetails("unheard of"))
        .isInstanceOf(NotFoundException.class);
    assertThat(engine.history().externalTaskLog("unheard of")).isEmpty();
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (ExternalTaskLogFilter filter : ExternalTaskLogFilter.values()) {
      ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query =
          ofThisInstance().with(filter, AnyValue.of(filter));

      assertThat(engine.history().externalTaskLogs(query))
          .as("%s", filter)
          .hasSize((int) engine.history().countExternalTaskLogs(query));
    }
  }

  @Test
  void all_filters_can_be_used_at_once() {
    ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query = ListQuery.all();
    for (ExternalTaskLogFilter filter : ExternalTaskLogFilter.values()) {
      query = query.with(filter, AnyValue.of(filter));
    }

    assertThat(engine.history().externalTaskLogs(query)).isEmpty();
  }

  @Test
  void every_sort_key_sorts_both_ways() {
    alice.completes(task);

    for (ExternalTaskLogSort key : ExternalTaskLogSort.values()) {
      for (boolean ascending : List.of(true, false)) {
        assertThat(engine.history().externalTaskLogs(ofThisInstance().orderBy(key, ascending)))
            .as("%s", key)
            .hasSize(2);
      }
    }
  }

  @Test
  void each_kind_has_its_filter() {
    fails("first", "stack", 2);
    alice.completes(task);

    assertThat(kinds(ExternalTaskLogFilter.CREATION_LOG, true)).containsExactly(CREATED);
    assertThat(kinds(ExternalTaskLogFilter.FAILURE_LOG, true)).containsExactly(FAILED);
    assertThat(kinds(ExternalTaskLogFilter.SUCCESS_LOG, true)).containsExactly(SUCCESSFUL);
    assertThat(kinds(ExternalTaskLogFilter.DELETION_LOG, true)).isEmpty();
  }

  @Test
  void facts_of_the_task_are_matched() {
    fails("first", "stack", 2);
    ExternalTask locked = task.task();

    assertThat(kinds(ExternalTaskLogFilter.LOG_ID, log().get(0).id())).containsExactly(CREATED);
    assertThat(kinds(ExternalTaskLogFilter.WORKER_ID, "alice")).containsExactly(FAILED);
    assertThat(kinds(ExternalTaskLogFilter.ERROR_MESSAGE, "first")).containsExactly(FAILED);
    Map<ExternalTaskLogFilter, Object> common =
        Map.ofEntries(
            Map.entry(ExternalTaskLogFilter.EXTERNAL_TASK_ID, locked.id()),
            Map.entry(ExternalTaskLogFilter.TOPIC_NAME, "work"),
            Map.entry(ExternalTaskLogFilter.ACTIVITY_ID_IN, List.of("work", "rest")),
            Map.entry(
                ExternalTaskLogFilter.ACTIVITY_INSTANCE_ID_IN,
                List.of(locked.activityInstanceId())),
            Map.entry(ExternalTaskLogFilter.EXECUTION_ID_IN, List.of(locked.executionId())),
            Map.entry(ExternalTaskLogFilter.PROCESS_DEFINITION_ID, locked.processDefinitionId()),
            Map.entry(ExternalTaskLogFilter.PROCESS_DEFINITION_KEY, "working"),
            Map.entry(ExternalTaskLogFilter.PRIORITY_HIGHER_THAN_OR_EQUALS, 4L),
            Map.entry(ExternalTaskLogFilter.PRIORITY_LOWER_THAN_OR_EQUALS, 4L),
            Map.entry(ExternalTaskLogFilter.WITHOUT_TENANT_ID, true));
    common.forEach(
        (filter, value) ->
            assertThat(kinds(filter, value)).as("%s", filter).containsExactly(CREATED, FAILED));
    assertThat(kinds(ExternalTaskLogFilter.PRIORITY_HIGHER_THAN_OR_EQUALS, 5L)).isEmpty();
    assertThat(kinds(ExternalTaskLogFilter.PRIORITY_LOWER_THAN_OR_EQUALS, 3L)).isEmpty();
    assertThat(kinds(ExternalTaskLogFilter.TENANT_ID_IN, List.of("north"))).isEmpty();
  }

  private void fails(String message, String details, int retries) {
    engine
        .externalTasks()
        .handleFailure(
            task.task().id(),
            "alice",
            new Failure(message, details, retries, Duration.ZERO, Map.of(), Map.of()));
  }

  private List<Kind> kinds() {
    return log().stream().map(ExternalTaskLog::kind).toList();
  }

  private List<Kind> kinds(ExternalTaskLogFilter filter, Object value) {
    return engine.history().externalTaskLogs(ofThisInstance().with(filter, value)).stream()
        .map(ExternalTaskLog::kind)
        .toList();
  }

  /** In the order in which it happened. */
  private List<ExternalTaskLog> log() {
    return engine.history().externalTaskLogs(ofThisInstance());
  }

  private ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> ofThisInstance() {
    return ListQuery.<ExternalTaskLogFilter, ExternalTaskLogSort>all()
        .with(ExternalTaskLogFilter.PROCESS_INSTANCE_ID, instance.id());
  }
}
