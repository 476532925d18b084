package dev.outwork.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotValidException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/**
 * Lists of instances, running and ended (docs/rest-api.md, "Historic process instances"), over one
 * of each kind, known by its business key.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HistoryTest {
  private static final Map<String, ProcessInstance> INSTANCES = new HashMap<>();

  private static TestEngine engine;
  private static Instant begin;

  @Parameter TestDatabase database;

  /** The instances start a second after each other, and end in the ninth and tenth second. */
  @BeforeParameterizedClassInvocation
  static void startInstances(TestDatabase database) {
    engine = TestEngine.on(database);
    begin = engine.clock().instant();
    String definitionId = deploy("working", "Working", null);
    TestWorker alice = engine.worker("alice");
    start(definitionId, "completed", Map.of("color", TypedValue.string("red")));
    start(definitionId, "cancelled", Map.of());
    start(definitionId, "failed", Map.of());
    start(definitionId, "suspended", Map.of());
    start(definitionId, "running", Map.of());
    start(deploy("resting", "Resting", "north"), "of a tenant", Map.of());
    engine.clock().advance(Duration.ofSeconds(3));
    alice.fetches(3, "work").stream()
        .filter(task -> !task.task().businessKey().equals("cancelled"))
        .forEach(
            task -> {
              if (task.task().businessKey().equals("completed")) {
                alice.completes(task);
              } else {
                alice.fails(task, 0, Duration.ZERO);
              }
            });
    engine.clock().advance(Duration.ofSeconds(1));
    engine.runtime().deleteProcessInstance(INSTANCES.get("cancelled").id(), "no longer needed");
    engine.runtime().setProcessInstanceSuspended(INSTANCES.get("suspended").id(), true);
  }

  /** start --> work (external) --> end. */
  private static String deploy(String key, String name, String tenantId) {
    byte[] model =
        Bpmn.convertToString(
                Bpmn.createExecutableProcess(key)
                    .name(name)
                    .startEvent("start")
                    .serviceTask("work")
                    .operatonExternalTask("work")
                    .endEvent()
                    .done())
            .getBytes(StandardCharsets.UTF_8);
    return engine
        .repository()
        .createDeployment(
            new DeploymentRequest(
                null, null, tenantId, false, false, List.of(new Resource("p.bpmn", model))))
        .deployedProcessDefinitions()
        .get(0)
        .id();
  }

  private static void start(String definitionId, String name, Map<String, TypedValue> variables) {
    INSTANCES.put(name, engine.runtime().startProcessInstance(definitionId, name, variables));
    engine.clock().advance(Duration.ofSeconds(1));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    engine.close();
  }

  @Test
  void an_instance_that_runs_is_history_too() {
    HistoricProcessInstance running = historyOf("running");

    assertThat(running.processDefinitionId())
        .isEqualTo(INSTANCES.get("running").processDefinitionId());
    assertThat(running.processDefinitionKey()).isEqualTo("working");
    assertThat(running.processDefinitionName()).isEqualTo("Working");
    assertThat(running.processDefinitionVersion()).isEqualTo(1);
    assertThat(running.businessKey()).isEqualTo("running");
    assertThat(running.startTime()).isEqualTo(begin.plusSeconds(4));
    assertThat(running.endTime()).isNull();
    assertThat(running.startActivityId()).isEqualTo("start");
    assertThat(running.deleteReason()).isNull();
    assertThat(running.tenantId()).isNull();
    assertThat(running.state()).isEqualTo("ACTIVE");
  }

  @Test
  void an_instance_that_has_ended_tells_how_and_when() {
    HistoricProcessInstance completed = historyOf("completed");
    HistoricProcessInstance cancelled = historyOf("cancelled");

    assertThat(completed.state()).isEqualTo("COMPLETED");
    assertThat(completed.endTime()).isEqualTo(begin.plusSeconds(9));
    assertThat(completed.deleteReason()).isNull();
    assertThat(cancelled.state()).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(cancelled.endTime()).isEqualTo(begin.plusSeconds(10));
    assertThat(cancelled.deleteReason()).isEqualTo("no longer needed");
    assertThat(historyOf("suspended").state()).isEqualTo("SUSPENDED");
    assertThat(engine.history().processInstance("unheard of")).isEmpty();
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (HistoricProcessInstanceFilter filter : HistoricProcessInstanceFilter.values()) {
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query =
          all().with(filter, value(filter));

      assertThat(engine.history().processInstances(query))
          .as("%s", filter)
          .hasSize((int) engine.history().countProcessInstances(query));
    }
  }

  @Test
  void all_filters_can_be_used_at_once() {
    ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query = all();
    for (HistoricProcessInstanceFilter filter : HistoricProcessInstanceFilter.values()) {
      query = query.with(filter, value(filter));
    }

    assertThat(engine.history().processInstances(query)).isEmpty();
  }

  private static Object value(HistoricProcessInstanceFilter filter) {
    return filter == HistoricProcessInstanceFilter.INCIDENT_STATUS ? "open" : AnyValue.of(filter);
  }

  @Test
  void incidents_that_an_instance_has_or_has_had_are_matched() {
    assertThat(names(HistoricProcessInstanceFilter.WITH_ROOT_INCIDENTS, true))
        .containsExactly("failed");
    assertThat(names(HistoricProcessInstanceFilter.INCIDENT_STATUS, "open"))
        .containsExactly("failed");
    assertThat(names(HistoricProcessInstanceFilter.INCIDENT_STATUS, "resolved")).isEmpty();
    assertThat(names(HistoricProcessInstanceFilter.INCIDENT_TYPE, "failedExternalTask"))
        .containsExactly("failed");
    assertThat(names(HistoricProcessInstanceFilter.INCIDENT_TYPE, "failedJob")).isEmpty();
    assertThat(names(HistoricProcessInstanceFilter.INCIDENT_ID_IN, List.of("none"))).isEmpty();
    assertThatThrownBy(() -> names(HistoricProcessInstanceFilter.INCIDENT_STATUS, "closed"))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining("'closed'");
  }

  @Test
  void activities_are_matched_where_they_are_and_where_they_have_been() {
    List<String> work = List.of("work");

    assertThat(names(HistoricProcessInstanceFilter.ACTIVITY_ID_IN, work))
        .containsExactly("failed", "suspended", "running", "of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.ACTIVE_ACTIVITY_ID_IN, work))
        .containsExactly("failed", "suspended", "running", "of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.EXECUTED_ACTIVITY_ID_IN, work))
        .containsExactly("completed", "cancelled");
    assertThat(names(HistoricProcessInstanceFilter.EXECUTED_ACTIVITY_BEFORE, begin))
        .containsExactly("completed");
    assertThat(names(HistoricProcessInstanceFilter.EXECUTED_ACTIVITY_AFTER, begin.plusSeconds(10)))
        .containsExactly("cancelled");
  }

  @Test
  void what_there_is_not_matches_nothing() {
    for (HistoricProcessInstanceFilter filter :
        List.of(
            HistoricProcessInstanceFilter.WITH_JOBS_RETRYING,
            HistoricProcessInstanceFilter.EXECUTED_JOB_BEFORE,
            HistoricProcessInstanceFilter.EXECUTED_JOB_AFTER,
            HistoricProcessInstanceFilter.STARTED_BY,
            HistoricProcessInstanceFilter.CASE_INSTANCE_ID,
            HistoricProcessInstanceFilter.SUPER_CASE_INSTANCE_ID,
            HistoricProcessInstanceFilter.SUB_CASE_INSTANCE_ID)) {
      assertThat(names(filter, AnyValue.of(filter))).as("%s", filter).isEmpty();
    }
  }

  @Test
  void an_ended_instance_says_until_when_it_is_kept() {
    HistoricProcessInstance completed = historyOf("completed");

    assertThat(completed.removalTime()).isEqualTo(completed.endTime().plus(Duration.ofDays(180)));
    assertThat(historyOf("running").removalTime()).isNull();
  }

  @Test
  void every_sort_key_sorts_both_ways_and_hides_nothing() {
    for (HistoricProcessInstanceSort key : HistoricProcessInstanceSort.values()) {
      for (boolean ascending : List.of(true, false)) {
        assertThat(names(all().orderBy(key, ascending))).as("%s", key).hasSize(6);
      }
    }
  }

  @Test
  void an_instance_takes_as_long_as_from_its_start_to_its_end() {
    ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> finished =
        all().with(HistoricProcessInstanceFilter.FINISHED, true);

    assertThat(names(finished.orderBy(HistoricProcessInstanceSort.START_TIME, false)))
        .containsExactly("cancelled", "completed");
    assertThat(names(finished.orderBy(HistoricProcessInstanceSort.END_TIME, true)))
        .containsExactly("completed", "cancelled");
    assertThat(names(finished.orderBy(HistoricProcessInstanceSort.DURATION, true)).get(0))
        .isEqualTo("completed");
    assertThat(names(all().orderBy(HistoricProcessInstanceSort.DEFINITION_NAME, true)).get(0))
        .isEqualTo("of a tenant");
  }

  @Test
  void a_page_is_a_stretch_of_the_sorted_list() {
    ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> page =
        all().orderBy(HistoricProcessInstanceSort.START_TIME, true).page(2, 2);

    assertThat(names(page)).containsExactly("failed", "suspended");
    assertThat(engine.history().countProcessInstances(page)).isEqualTo(6);
  }

  @Test
  void states_are_matched() {
    assertThat(names(HistoricProcessInstanceFilter.FINISHED, true))
        .containsExactly("completed", "cancelled");
    assertThat(names(HistoricProcessInstanceFilter.UNFINISHED, true))
        .containsExactly("failed", "suspended", "running", "of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.ACTIVE, true))
        .containsExactly("failed", "running", "of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.SUSPENDED, true)).containsExactly("suspended");
    assertThat(names(HistoricProcessInstanceFilter.COMPLETED, true)).containsExactly("completed");
    assertThat(names(HistoricProcessInstanceFilter.EXTERNALLY_TERMINATED, true))
        .containsExactly("cancelled");
    assertThat(names(HistoricProcessInstanceFilter.INTERNALLY_TERMINATED, true)).isEmpty();
    assertThat(names(HistoricProcessInstanceFilter.WITH_INCIDENTS, true)).containsExactly("failed");
    assertThat(names(HistoricProcessInstanceFilter.ROOT_PROCESS_INSTANCES, true)).hasSize(6);
  }

  @Test
  void times_are_compared_strictly() {
    assertThat(names(HistoricProcessInstanceFilter.STARTED_BEFORE, begin.plusSeconds(1)))
        .containsExactly("completed");
    assertThat(names(HistoricProcessInstanceFilter.STARTED_AFTER, begin.plusSeconds(4)))
        .containsExactly("of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.FINISHED_BEFORE, begin.plusSeconds(10)))
        .containsExactly("completed");
    assertThat(names(HistoricProcessInstanceFilter.FINISHED_AFTER, begin.plusSeconds(9)))
        .containsExactly("cancelled");
  }

  @Test
  void facts_of_the_instance_are_matched() {
    String id = INSTANCES.get("completed").id();

    assertThat(names(HistoricProcessInstanceFilter.PROCESS_INSTANCE_ID, id))
        .containsExactly("completed");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_INSTANCE_IDS, List.of(id, "none")))
        .containsExactly("completed");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_INSTANCE_ID_NOT_IN, List.of(id)))
        .hasSize(5)
        .doesNotContain("completed");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_INSTANCE_BUSINESS_KEY, "failed"))
        .containsExactly("failed");
    assertThat(
            names(
                HistoricProcessInstanceFilter.PROCESS_INSTANCE_BUSINESS_KEY_IN,
                List.of("failed", "running")))
        .containsExactly("failed", "running");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_INSTANCE_BUSINESS_KEY_LIKE, "c%ed"))
        .containsExactly("completed", "cancelled");
    assertThat(names(HistoricProcessInstanceFilter.TENANT_ID_IN, List.of("north")))
        .containsExactly("of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.WITHOUT_TENANT_ID, true)).hasSize(5);
  }

  @Test
  void facts_of_the_definition_are_matched() {
    assertThat(
            names(
                HistoricProcessInstanceFilter.PROCESS_DEFINITION_ID,
                INSTANCES.get("of a tenant").processDefinitionId()))
        .containsExactly("of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_DEFINITION_KEY, "resting"))
        .containsExactly("of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_DEFINITION_KEY_IN, List.of("resting")))
        .containsExactly("of a tenant");
    assertThat(
            names(HistoricProcessInstanceFilter.PROCESS_DEFINITION_KEY_NOT_IN, List.of("working")))
        .containsExactly("of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_DEFINITION_NAME, "Resting"))
        .containsExactly("of a tenant");
    assertThat(names(HistoricProcessInstanceFilter.PROCESS_DEFINITION_NAME_LIKE, "Work%"))
        .hasSize(5);
  }

  @Test
  void variables_of_an_instance_are_compared_after_its_end_too() {
    VariableCondition red = new VariableCondition("color", Operator.EQUALS, "red", false, false);

    assertThat(names(HistoricProcessInstanceFilter.VARIABLES, List.of(red)))
        .containsExactly("completed");
  }

  private static HistoricProcessInstance historyOf(String name) {
    return engine.history().processInstance(INSTANCES.get(name).id()).orElseThrow();
  }

  private static List<String> names(HistoricProcessInstanceFilter filter, Object value) {
    return names(all().with(filter, value));
  }

  private static List<String> names(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    return engine.history().processInstances(query).stream()
        .map(HistoricProcessInstance::businessKey)
        .toList();
  }

  private static ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> all() {
    return ListQuery.all();
  }
}
