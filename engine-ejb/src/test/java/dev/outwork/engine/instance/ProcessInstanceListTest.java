package dev.outwork.engine.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
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
 * Lists of running instances (docs/rest-api.md, "Process instances"), over one of each kind, known
 * by its business key.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ProcessInstanceListTest {
  private static TestEngine engine;
  private static String deploymentOfTenant;
  private static ProcessInstance running;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startInstances(TestDatabase database) {
    engine = TestEngine.on(database);
    String definitionId = deploy("working", null).deployedProcessDefinitions().get(0).id();
    engine.runtime().startProcessInstance(definitionId, "failed", Map.of());
    LockedExternalTask task = engine.worker("alice").fetchesOne("first");
    engine
        .externalTasks()
        .handleFailure(
            task.task().id(),
            "alice",
            new Failure(
                "out of paper",
                null,
                0,
                Duration.ZERO,
                Map.of(),
                Map.of("local", TypedValue.integer(1))));
    engine.runtime().startProcessInstance(definitionId, "one step on", Map.of());
    engine.worker("alice").does("first");
    running =
        engine
            .runtime()
            .startProcessInstance(
                definitionId, "running", Map.of("color", TypedValue.string("red")));
    String suspended =
        engine.runtime().startProcessInstance(definitionId, "suspended", Map.of()).id();
    engine.runtime().setProcessInstanceSuspended(suspended, true);
    String ended = engine.runtime().startProcessInstance(definitionId, "ended", Map.of()).id();
    engine.runtime().deleteProcessInstance(ended, null);
    DeploymentWithDefinitions ofTenant = deploy("resting", "north");
    deploymentOfTenant = ofTenant.deployment().id();
    engine
        .runtime()
        .startProcessInstance(
            ofTenant.deployedProcessDefinitions().get(0).id(), "of a tenant", Map.of());
  }

  /** start --> first (external) --> second (external) --> end. */
  private static DeploymentWithDefinitions deploy(String key, String tenantId) {
    byte[] model =
        Bpmn.convertToString(
                Bpmn.createExecutableProcess(key)
                    .startEvent()
                    .serviceTask("first")
                    .operatonExternalTask("first")
                    .serviceTask("second")
                    .operatonExternalTask("second")
                    .endEvent()
                    .done())
            .getBytes(StandardCharsets.UTF_8);
    return engine
        .repository()
        .createDeployment(
            new DeploymentRequest(
                null, null, tenantId, false, false, List.of(new Resource("p.bpmn", model))));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    engine.close();
  }

  @Test
  void ended_instances_are_not_listed() {
    assertThat(names(all()))
        .containsExactly("failed", "one step on", "running", "suspended", "of a tenant");
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (ProcessInstanceFilter filter : ProcessInstanceFilter.values()) {
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query =
          all().with(filter, AnyValue.of(filter));

      assertThat(engine.runtime().processInstances(query))
          .as("%s", filter)
          .hasSize((int) engine.runtime().countProcessInstances(query));
    }
  }

  @Test
  void all_filters_can_be_used_at_once() {
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query = all();
    for (ProcessInstanceFilter filter : ProcessInstanceFilter.values()) {
      query = query.with(filter, AnyValue.of(filter));
    }

    assertThat(engine.runtime().processInstances(query)).isEmpty();
  }

  @Test
  void every_sort_key_sorts_both_ways() {
    for (ProcessInstanceSort key : ProcessInstanceSort.values()) {
      for (boolean ascending : List.of(true, false)) {
        assertThat(engine.runtime().processInstances(all().orderBy(key, ascending)))
            .as("%s", key)
            .hasSize(5);
      }
    }
    assertThat(names(all().orderBy(ProcessInstanceSort.BUSINESS_KEY, false)))
        .containsExactly("suspended", "running", "one step on", "of a tenant", "failed");
  }

  @Test
  void a_page_is_a_stretch_of_the_sorted_list() {
    assertThat(names(all().orderBy(ProcessInstanceSort.BUSINESS_KEY, true).page(1, 2)))
        .containsExactly("of a tenant", "one step on");
  }

  @Test
  void facts_of_the_instance_are_matched() {
    assertThat(names(ProcessInstanceFilter.PROCESS_INSTANCE_IDS, List.of(running.id(), "none")))
        .containsExactly("running");
    assertThat(names(ProcessInstanceFilter.BUSINESS_KEY, "running")).containsExactly("running");
    assertThat(names(ProcessInstanceFilter.BUSINESS_KEY_LIKE, "%ed"))
        .containsExactly("failed", "suspended");
    assertThat(names(ProcessInstanceFilter.SUSPENDED, true)).containsExactly("suspended");
    assertThat(names(ProcessInstanceFilter.ACTIVE, true)).hasSize(4).doesNotContain("suspended");
    assertThat(names(ProcessInstanceFilter.TENANT_ID_IN, List.of("north")))
        .containsExactly("of a tenant");
    assertThat(names(ProcessInstanceFilter.WITHOUT_TENANT_ID, true)).hasSize(4);
  }

  @Test
  void facts_of_the_definition_are_matched() {
    assertThat(names(ProcessInstanceFilter.DEPLOYMENT_ID, deploymentOfTenant))
        .containsExactly("of a tenant");
    assertThat(names(ProcessInstanceFilter.PROCESS_DEFINITION_ID, running.processDefinitionId()))
        .hasSize(4);
    assertThat(names(ProcessInstanceFilter.PROCESS_DEFINITION_KEY, "resting"))
        .containsExactly("of a tenant");
    assertThat(names(ProcessInstanceFilter.PROCESS_DEFINITION_KEY_IN, List.of("resting")))
        .containsExactly("of a tenant");
    assertThat(names(ProcessInstanceFilter.PROCESS_DEFINITION_WITHOUT_TENANT_ID, true))
        .hasSize(4)
        .doesNotContain("of a tenant");
    assertThat(names(ProcessInstanceFilter.PROCESS_DEFINITION_KEY_NOT_IN, List.of("resting")))
        .hasSize(4)
        .doesNotContain("of a tenant");
  }

  @Test
  void each_or_query_needs_one_matching_condition() {
    Map<ProcessInstanceFilter, Object> failedOrSuspended =
        Map.of(ProcessInstanceFilter.WITH_INCIDENT, true, ProcessInstanceFilter.SUSPENDED, true);
    Map<ProcessInstanceFilter, Object> runningOrSuspended =
        Map.of(
            ProcessInstanceFilter.BUSINESS_KEY, "running", ProcessInstanceFilter.SUSPENDED, true);

    assertThat(names(all().or(failedOrSuspended))).containsExactly("failed", "suspended");
    assertThat(names(all().or(failedOrSuspended).or(runningOrSuspended)))
        .containsExactly("suspended");
    assertThat(
            names(all().or(failedOrSuspended).with(ProcessInstanceFilter.BUSINESS_KEY_LIKE, "f%")))
        .containsExactly("failed");
    assertThat(engine.runtime().countProcessInstances(all().or(failedOrSuspended))).isEqualTo(2);
  }

  @Test
  void an_or_query_without_a_condition_restricts_nothing() {
    assertThat(names(all().or(Map.of()))).hasSize(5);
    assertThat(names(all().or(Map.of(ProcessInstanceFilter.ACTIVITY_ID_IN, List.of())))).hasSize(5);
  }

  @Test
  void each_condition_on_a_variable_counts_alone_in_an_or_query() {
    assertThat(
            names(
                all()
                    .or(
                        Map.of(
                            ProcessInstanceFilter.VARIABLES,
                            List.of(
                                new VariableCondition(
                                    "color", Operator.EQUALS, "red", false, false),
                                new VariableCondition(
                                    "color", Operator.EQUALS, "blue", false, false))))))
        .containsExactly("running");
  }

  @Test
  void every_filter_can_be_part_of_an_or_query() {
    for (ProcessInstanceFilter filter : ProcessInstanceFilter.values()) {
      Map<ProcessInstanceFilter, Object> group =
          new EnumMap<>(Map.of(ProcessInstanceFilter.WITH_INCIDENT, true));
      group.put(filter, AnyValue.of(filter));

      assertThat(names(all().or(group)))
          .as("%s", filter)
          .contains("failed")
          .containsAll(names(filter, AnyValue.of(filter)));
    }
  }

  @Test
  void suspended_counts_more_than_active() {
    assertThat(
            names(
                all()
                    .with(ProcessInstanceFilter.ACTIVE, true)
                    .with(ProcessInstanceFilter.SUSPENDED, true)))
        .containsExactly("suspended");
  }

  @Test
  void nothing_belongs_to_a_case() {
    assertThat(names(ProcessInstanceFilter.CASE_INSTANCE_ID, "any")).isEmpty();
    assertThat(names(ProcessInstanceFilter.SUPER_CASE_INSTANCE, "any")).isEmpty();
    assertThat(names(ProcessInstanceFilter.SUB_CASE_INSTANCE, "any")).isEmpty();
  }

  @Test
  void open_incidents_are_matched() {
    String incidentId = engine.incidents().incidents(ListQuery.all()).get(0).id();

    assertThat(names(ProcessInstanceFilter.WITH_INCIDENT, true)).containsExactly("failed");
    assertThat(names(ProcessInstanceFilter.INCIDENT_ID, incidentId)).containsExactly("failed");
    assertThat(names(ProcessInstanceFilter.INCIDENT_TYPE, Incident.FAILED_EXTERNAL_TASK))
        .containsExactly("failed");
    assertThat(names(ProcessInstanceFilter.INCIDENT_MESSAGE, "out of paper"))
        .containsExactly("failed");
    assertThat(names(ProcessInstanceFilter.INCIDENT_MESSAGE_LIKE, "%paper"))
        .containsExactly("failed");
    assertThat(names(ProcessInstanceFilter.INCIDENT_MESSAGE_LIKE, "paper")).isEmpty();
  }

  @Test
  void an_instance_is_where_its_tokens_are_now() {
    assertThat(names(ProcessInstanceFilter.ACTIVITY_ID_IN, List.of("second", "third")))
        .containsExactly("one step on");
    assertThat(names(ProcessInstanceFilter.ACTIVITY_ID_IN, List.of("first"))).hasSize(4);
  }

  @Test
  void only_variables_of_the_instance_itself_are_compared() {
    assertThat(names(ProcessInstanceFilter.VARIABLES, List.of(isEqual("color", "red"))))
        .containsExactly("running");
    assertThat(names(ProcessInstanceFilter.VARIABLES, List.of(isEqual("local", 1)))).isEmpty();
  }

  private static VariableCondition isEqual(String name, Object value) {
    return new VariableCondition(name, Operator.EQUALS, value, false, false);
  }

  private static List<String> names(ProcessInstanceFilter filter, Object value) {
    return names(all().with(filter, value));
  }

  private static List<String> names(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return engine.runtime().processInstances(query).stream()
        .map(ProcessInstance::businessKey)
        .toList();
  }

  private static ListQuery<ProcessInstanceFilter, ProcessInstanceSort> all() {
    return ListQuery.all();
  }
}
