package dev.outwork.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricActivityStatistics;
import dev.outwork.api.history.HistoricActivityStatisticsRequest;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** The history of activities (docs/rest-api.md, "Historic activity instances"). */
class HistoricActivitiesTest extends SharedEngineTest {
  /** start --> work (external) --> end. */
  private static final BpmnModelInstance CALLED =
      Bpmn.createExecutableProcess("called-one")
          .startEvent("start")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent("end")
          .done();

  /** begin --> check (user task) --> call (called-one) --> done. */
  private static final BpmnModelInstance CALLING =
      Bpmn.createExecutableProcess("calling-one")
          .startEvent("begin")
          .userTask("check")
          .operatonAssignee("mary")
          .callActivity("call")
          .name("Call the other")
          .calledElement("called-one")
          .endEvent("done")
          .done();

  @Test
  void an_activity_tells_its_name_its_task_and_whom_it_has_called() {
    ProcessInstance instance = startCalling();

    Map<String, HistoricActivityInstance> activities =
        list(Map.of(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, instance.id())).stream()
            .collect(Collectors.toMap(HistoricActivityInstance::activityId, Function.identity()));

    assertThat(activities.keySet()).containsExactlyInAnyOrder("begin", "check", "call");
    HistoricActivityInstance check = activities.get("check");
    assertThat(check.assignee()).isEqualTo("mary");
    assertThat(check.taskId()).isNotNull();
    assertThat(check.endTime()).isNotNull();
    HistoricActivityInstance call = activities.get("call");
    assertThat(call.activityName()).isEqualTo("Call the other");
    assertThat(call.activityType()).isEqualTo("callActivity");
    assertThat(call.endTime()).isNull();
    assertThat(call.parentActivityInstanceId()).isEqualTo(instance.id());
    assertThat(call.calledProcessInstanceId()).isNotNull();
    assertThat(
            engine
                .history()
                .processInstance(call.calledProcessInstanceId())
                .orElseThrow()
                .superProcessInstanceId())
        .isEqualTo(instance.id());
    assertThat(engine.history().activityInstance(call.id())).contains(call);
    assertThat(engine.history().activityInstance("call:nowhere")).isEmpty();
  }

  @Test
  void cancelled_activities_are_canceled_and_final_ones_complete_their_scope() {
    ProcessInstance completed = startCalling();
    alice.does("work");
    ProcessInstance deleted = startCalling();
    engine.runtime().deleteProcessInstance(deleted.id(), "no longer needed");

    assertThat(
            ids(
                Map.of(
                    HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID,
                    completed.id(),
                    HistoricActivityInstanceFilter.COMPLETE_SCOPE,
                    true)))
        .containsExactly("done");
    assertThat(
            ids(
                Map.of(
                    HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID,
                    deleted.id(),
                    HistoricActivityInstanceFilter.CANCELED,
                    true)))
        .containsExactly("call");
  }

  @Test
  void activities_of_a_definition_are_counted() {
    ProcessInstance completed = startCalling();
    alice.does("work");
    ProcessInstance deleted = afterItsCheck(engine.start("calling-one"));
    engine.runtime().deleteProcessInstance(deleted.id(), "no longer needed");
    ProcessInstance running = afterItsCheck(engine.start("calling-one"));
    List<String> ids = List.of(completed.id(), deleted.id(), running.id());
    String definition = running.processDefinitionId();

    assertThat(statistics(definition, false, ids)).containsExactly(counts("call", 1, 0, 0, 0));
    assertThat(statistics(definition, true, ids))
        .containsExactly(
            counts("begin", 0, 0, 3, 0),
            counts("call", 1, 1, 2, 0),
            counts("check", 0, 0, 3, 0),
            counts("done", 0, 0, 1, 1));
    assertThat(statistics(definition, true, List.of(completed.id())))
        .contains(counts("call", 0, 0, 1, 0));
    assertThat(statistics("unknown", true, ids)).isEmpty();
  }

  private static HistoricActivityStatistics counts(
      String id, long instances, long canceled, long finished, long completeScope) {
    return new HistoricActivityStatistics(
        id, instances, canceled, finished, completeScope, 0, 0, 0);
  }

  private static List<HistoricActivityStatistics> statistics(
      String definitionId, boolean all, List<String> processInstanceIds) {
    return engine
        .history()
        .activityStatistics(
            definitionId,
            new HistoricActivityStatisticsRequest(
                all, all, all, all, null, null, null, null, processInstanceIds));
  }

  @Test
  void activities_are_found_by_their_names() {
    ProcessInstance instance = startCalling();
    startCalling();
    Map<HistoricActivityInstanceFilter, Object> ofInstance =
        Map.of(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, instance.id());

    for (HistoricActivityInstanceFilter filter :
        List.of(
            HistoricActivityInstanceFilter.ACTIVITY_NAME,
            HistoricActivityInstanceFilter.ACTIVITY_NAME_LIKE)) {
      assertThat(ids(and(ofInstance, filter, "Call the other"))).containsExactly("call");
      assertThat(ids(and(ofInstance, filter, "Call the same"))).isEmpty();
      assertThat(ids(Map.of(filter, "Call the other"))).hasSizeGreaterThan(1).containsOnly("call");
    }
    assertThat(ids(named(HistoricActivityInstanceFilter.PROCESS_DEFINITION_KEY, "calling-one")))
        .hasSizeGreaterThan(1)
        .containsOnly("call");
    assertThat(ids(named(HistoricActivityInstanceFilter.PROCESS_DEFINITION_KEY, "called-one")))
        .isEmpty();
    assertThat(
            ids(
                named(
                    HistoricActivityInstanceFilter.PROCESS_DEFINITION_ID,
                    instance.processDefinitionId())))
        .containsExactly("call");
    assertThat(ids(and(ofInstance, HistoricActivityInstanceFilter.ACTIVITY_NAME_LIKE, "Call%")))
        .containsExactly("call");
    assertThat(ids(and(ofInstance, HistoricActivityInstanceFilter.ACTIVITY_NAME, "Call%")))
        .isEmpty();
  }

  private static Map<HistoricActivityInstanceFilter, Object> named(
      HistoricActivityInstanceFilter filter, String value) {
    return Map.of(filter, value, HistoricActivityInstanceFilter.ACTIVITY_NAME, "Call the other");
  }

  private static Map<HistoricActivityInstanceFilter, Object> and(
      Map<HistoricActivityInstanceFilter, Object> filters,
      HistoricActivityInstanceFilter filter,
      Object value) {
    Map<HistoricActivityInstanceFilter, Object> more = new HashMap<>(filters);
    more.put(filter, value);
    return more;
  }

  @Test
  void data_of_a_called_instance_has_its_root_and_removal_time() {
    ProcessInstance root = startCalling();
    alice.does("work");

    HistoricActivityInstance work =
        list(Map.of(HistoricActivityInstanceFilter.ACTIVITY_ID, "work")).stream()
            .filter(activity -> activity.rootProcessInstanceId().equals(root.id()))
            .findFirst()
            .orElseThrow();
    Instant removalTime = engine.history().processInstance(root.id()).orElseThrow().removalTime();
    List<ExternalTaskLog> log =
        engine
            .history()
            .externalTaskLogs(
                ListQuery.<ExternalTaskLogFilter, ExternalTaskLogSort>all()
                    .with(ExternalTaskLogFilter.PROCESS_INSTANCE_ID, work.processInstanceId()));

    assertThat(work.processInstanceId()).isNotEqualTo(root.id());
    assertThat(work.removalTime()).isNotNull().isEqualTo(removalTime);
    assertThat(log)
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.rootProcessInstanceId()).isEqualTo(root.id());
              assertThat(line.removalTime()).isEqualTo(removalTime);
            });
  }

  @Test
  void every_filter_and_every_order_can_be_asked_for() {
    startCalling();

    for (HistoricActivityInstanceFilter filter : HistoricActivityInstanceFilter.values()) {
      var query =
          new ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>(
              Map.of(filter, AnyValue.of(filter)), List.of(), Page.ALL);
      assertThat(engine.history().activityInstances(query))
          .as(filter.parameter())
          .hasSize((int) engine.history().countActivityInstances(query));
    }
    for (HistoricActivityInstanceSort key : HistoricActivityInstanceSort.values()) {
      assertThat(sorted(key, true)).as(key.parameter()).isNotEmpty();
      assertThat(sorted(key, false)).as(key.parameter()).hasSameSizeAs(sorted(key, true));
    }
  }

  private static List<HistoricActivityInstance> sorted(
      HistoricActivityInstanceSort key, boolean ascending) {
    return engine
        .history()
        .activityInstances(
            ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                .orderBy(key, ascending));
  }

  private ProcessInstance startCalling() {
    engine.deploy(CALLED);
    return afterItsCheck(start(CALLING));
  }

  private static ProcessInstance afterItsCheck(ProcessInstance instance) {
    String task = engine.tasks().tasks(ListQuery.all()).get(0).id();
    engine.tasks().complete(task, Map.of());
    return instance;
  }

  private static List<String> ids(Map<HistoricActivityInstanceFilter, Object> filters) {
    return list(filters).stream().map(HistoricActivityInstance::activityId).toList();
  }

  private static List<HistoricActivityInstance> list(
      Map<HistoricActivityInstanceFilter, Object> filters) {
    ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query =
        new ListQuery<>(filters, List.of(), Page.ALL);
    return engine.history().activityInstances(query);
  }
}
