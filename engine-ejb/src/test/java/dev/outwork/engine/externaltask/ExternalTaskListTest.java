package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
 * Lists of external tasks (docs/rest-api.md, "Lists", "External task lists" and "Topic names"),
 * over one task of each kind, known by its business key.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ExternalTaskListTest {
  private static TestEngine engine;
  private static final Map<String, ExternalTask> TASKS = new HashMap<>();

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startInstances(TestDatabase database) {
    engine = TestEngine.on(database);
    TASKS.clear();
    String definitionId = deploy("working", "Working hard", null);
    start(
        definitionId,
        "open",
        Map.of("amount", TypedValue.integer(5), "color", TypedValue.string("Red")));
    start(
        definitionId,
        "expired",
        Map.of("amount", TypedValue.of(ValueType.LONG, 5L), "color", TypedValue.string("blue")));
    start(definitionId, "ends now", Map.of("amount", TypedValue.of(ValueType.DOUBLE, 5.0)));
    start(definitionId, "locked", Map.of());
    start(definitionId, "exhausted", Map.of());
    start(definitionId, "suspended", Map.of());
    start(deploy("resting", "Resting", "north"), "of a tenant", Map.of());
    lock("expired", 1);
    lock("ends now", 2);
    lock("locked", 3);
    engine.externalTasks().setRetries(id("exhausted"), 0);
    engine.externalTasks().setRetries(id("locked"), 3);
    engine.externalTasks().setPriority(id("locked"), -2);
    engine.externalTasks().setPriority(id("open"), 9);
    engine.runtime().setProcessInstanceSuspended(TASKS.get("suspended").processInstanceId(), true);
    engine.clock().advance(Duration.ofMinutes(2));
  }

  /** start --> work (external, its topic is the key of the process) --> end. */
  private static String deploy(String key, String name, String tenantId) {
    byte[] model =
        Bpmn.convertToString(
                Bpmn.createExecutableProcess(key)
                    .name(name)
                    .startEvent()
                    .serviceTask("work")
                    .operatonExternalTask(key)
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
    String instanceId = engine.runtime().startProcessInstance(definitionId, name, variables).id();
    engine
        .externalTasks()
        .externalTasks(all().with(ExternalTaskFilter.PROCESS_INSTANCE_ID, instanceId))
        .forEach(task -> TASKS.put(name, task));
    engine.clock().advance(Duration.ofMillis(1));
  }

  private static void lock(String name, int minutes) {
    engine.externalTasks().lock(id(name), "alice", Duration.ofMinutes(minutes));
  }

  private static String id(String name) {
    return TASKS.get(name).id();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    engine.close();
  }

  @Test
  void without_a_filter_there_is_everything_in_the_order_of_ids() {
    assertThat(engine.externalTasks().externalTasks(all()))
        .hasSize(7)
        .isSortedAccordingTo(Comparator.comparing(ExternalTask::id));
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (ExternalTaskFilter filter : ExternalTaskFilter.values()) {
      ListQuery<ExternalTaskFilter, ExternalTaskSort> query =
          all().with(filter, AnyValue.of(filter));

      assertThat(engine.externalTasks().externalTasks(query))
          .as("%s", filter)
          .hasSize((int) engine.externalTasks().countExternalTasks(query));
    }
  }

  @Test
  void all_filters_can_be_used_at_once() {
    ListQuery<ExternalTaskFilter, ExternalTaskSort> query = all();
    for (ExternalTaskFilter filter : ExternalTaskFilter.values()) {
      query = query.with(filter, AnyValue.of(filter));
    }

    assertThat(engine.externalTasks().externalTasks(query)).isEmpty();
  }

  @Test
  void every_sort_key_sorts_both_ways() {
    for (ExternalTaskSort key : ExternalTaskSort.values()) {
      for (boolean ascending : List.of(true, false)) {
        assertThat(engine.externalTasks().externalTasks(all().orderBy(key, ascending)))
            .as("%s", key)
            .hasSize(7);
      }
    }
  }

  @Test
  void facts_of_the_task_are_matched_exactly() {
    ExternalTask open = TASKS.get("open");

    assertThat(names(ExternalTaskFilter.EXTERNAL_TASK_ID, open.id())).containsExactly("open");
    assertThat(names(ExternalTaskFilter.EXTERNAL_TASK_ID_IN, List.of(open.id(), id("locked"))))
        .containsExactly("open", "locked");
    assertThat(names(ExternalTaskFilter.TOPIC_NAME, "resting")).containsExactly("of a tenant");
    assertThat(names(ExternalTaskFilter.TOPIC_NAME, "rest%")).isEmpty();
    assertThat(names(ExternalTaskFilter.ACTIVITY_ID, "work")).hasSize(7);
    assertThat(names(ExternalTaskFilter.ACTIVITY_ID_IN, List.of("rest", "play"))).isEmpty();
    assertThat(names(ExternalTaskFilter.EXECUTION_ID, open.executionId())).containsExactly("open");
    assertThat(names(ExternalTaskFilter.PROCESS_INSTANCE_ID_IN, List.of(open.processInstanceId())))
        .containsExactly("open");
    assertThat(names(ExternalTaskFilter.TENANT_ID_IN, List.of("north", "south")))
        .containsExactly("of a tenant");
  }

  @Test
  void facts_of_the_definition_are_matched() {
    assertThat(
            names(
                ExternalTaskFilter.PROCESS_DEFINITION_ID,
                TASKS.get("of a tenant").processDefinitionId()))
        .containsExactly("of a tenant");
    assertThat(names(ExternalTaskFilter.PROCESS_DEFINITION_KEY, "resting"))
        .containsExactly("of a tenant");
    assertThat(names(ExternalTaskFilter.PROCESS_DEFINITION_KEY_IN, List.of("working"))).hasSize(6);
    assertThat(names(ExternalTaskFilter.PROCESS_DEFINITION_NAME, "Resting"))
        .containsExactly("of a tenant");
    assertThat(names(ExternalTaskFilter.PROCESS_DEFINITION_NAME_LIKE, "Working%")).hasSize(6);
    assertThat(names(ExternalTaskFilter.PROCESS_DEFINITION_NAME_LIKE, "Working")).isEmpty();
  }

  @Test
  void the_last_to_lock_a_task_stays_its_worker() {
    assertThat(names(ExternalTaskFilter.WORKER_ID, "alice"))
        .containsExactly("expired", "ends now", "locked");
  }

  @Test
  void a_lock_that_ends_at_this_moment_is_neither_locked_nor_not() {
    assertThat(names(ExternalTaskFilter.LOCKED, true)).containsExactly("locked");
    assertThat(names(ExternalTaskFilter.NOT_LOCKED, true))
        .containsExactly("open", "expired", "exhausted", "suspended", "of a tenant");
  }

  @Test
  void the_end_of_a_lock_is_compared_strictly() {
    assertThat(names(ExternalTaskFilter.LOCK_EXPIRATION_BEFORE, engine.clock().instant()))
        .containsExactly("expired");
    assertThat(names(ExternalTaskFilter.LOCK_EXPIRATION_AFTER, engine.clock().instant()))
        .containsExactly("locked");
  }

  @Test
  void the_age_of_a_task_is_compared_strictly() {
    Instant created = TASKS.get("locked").createTime();

    assertThat(names(ExternalTaskFilter.CREATED_BEFORE, created))
        .containsExactly("open", "expired", "ends now");
    assertThat(names(ExternalTaskFilter.CREATED_AFTER, created))
        .containsExactly("exhausted", "suspended", "of a tenant");
  }

  @Test
  void no_retries_left_counts_more_than_some_left() {
    assertThat(names(ExternalTaskFilter.NO_RETRIES_LEFT, true)).containsExactly("exhausted");
    assertThat(names(ExternalTaskFilter.WITH_RETRIES_LEFT, true))
        .hasSize(6)
        .doesNotContain("exhausted");
    assertThat(
            names(
                all()
                    .with(ExternalTaskFilter.NO_RETRIES_LEFT, true)
                    .with(ExternalTaskFilter.WITH_RETRIES_LEFT, true)))
        .containsExactly("exhausted");
  }

  @Test
  void suspended_counts_more_than_active() {
    assertThat(names(ExternalTaskFilter.SUSPENDED, true)).containsExactly("suspended");
    assertThat(names(ExternalTaskFilter.ACTIVE, true)).hasSize(6).doesNotContain("suspended");
    assertThat(
            names(
                all()
                    .with(ExternalTaskFilter.ACTIVE, true)
                    .with(ExternalTaskFilter.SUSPENDED, true)))
        .containsExactly("suspended");
  }

  @Test
  void bounds_of_the_priority_belong_to_it() {
    assertThat(names(ExternalTaskFilter.PRIORITY_HIGHER_THAN_OR_EQUALS, 9L))
        .containsExactly("open");
    assertThat(names(ExternalTaskFilter.PRIORITY_LOWER_THAN_OR_EQUALS, -2L))
        .containsExactly("locked");
    assertThat(
            names(
                all()
                    .with(ExternalTaskFilter.PRIORITY_HIGHER_THAN_OR_EQUALS, 9L)
                    .with(ExternalTaskFilter.PRIORITY_LOWER_THAN_OR_EQUALS, -2L)))
        .isEmpty();
  }

  @Test
  void numbers_match_whatever_their_type() {
    for (Object five : List.of(5, 5L, 5.0)) {
      assertThat(names(condition("amount", Operator.EQUALS, five)))
          .containsExactly("open", "expired", "ends now");
    }
    assertThat(names(condition("amount", Operator.GREATER, 4.5))).hasSize(3);
    assertThat(names(condition("amount", Operator.LESS, 5))).isEmpty();
    assertThat(names(condition("amount", Operator.EQUALS, "5"))).isEmpty();
  }

  @Test
  void all_conditions_on_variables_must_hold() {
    VariableCondition amount = new VariableCondition("amount", Operator.EQUALS, 5, false, false);
    VariableCondition color = new VariableCondition("color", Operator.EQUALS, "blue", false, false);

    assertThat(names(ExternalTaskFilter.PROCESS_VARIABLES, List.of(amount, color)))
        .containsExactly("expired");
  }

  @Test
  void case_is_ignored_on_request() {
    assertThat(names(condition("color", Operator.EQUALS, "red"))).isEmpty();
    assertThat(names(condition("color", Operator.LIKE, "R%"))).containsExactly("open");
    VariableCondition ignoring = new VariableCondition("COLOR", Operator.EQUALS, "rED", true, true);
    assertThat(names(ExternalTaskFilter.PROCESS_VARIABLES, List.of(ignoring)))
        .containsExactly("open");
  }

  @Test
  void unordered_values_cannot_be_compared_by_order() {
    assertThatThrownBy(() -> names(condition("color", Operator.GREATER, true)))
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> names(condition("color", Operator.LESS, null)))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void empty_lists_and_flags_that_are_not_set_restrict_nothing() {
    for (ExternalTaskFilter filter : ExternalTaskFilter.values()) {
      Object nothing = AnyValue.of(filter) instanceof List ? List.of() : false;
      if (nothing instanceof List || AnyValue.of(filter) instanceof Boolean) {
        assertThat(names(filter, nothing)).as("%s", filter).hasSize(7);
      }
    }
  }

  @Test
  void a_page_is_a_stretch_of_the_sorted_list() {
    ListQuery<ExternalTaskFilter, ExternalTaskSort> newestFirst =
        all().orderBy(ExternalTaskSort.CREATE_TIME, false);

    assertThat(names(newestFirst.page(1, 2))).containsExactly("suspended", "exhausted");
    assertThat(names(newestFirst.page(6, 10))).containsExactly("open");
    assertThat(names(newestFirst.page(7, 10))).isEmpty();
    assertThat(names(newestFirst.page(0, 0))).isEmpty();
    assertThat(engine.externalTasks().countExternalTasks(newestFirst.page(1, 2))).isEqualTo(7);
  }

  @Test
  void later_sort_keys_decide_between_equals() {
    List<ExternalTask> tasks =
        engine
            .externalTasks()
            .externalTasks(
                all()
                    .orderBy(ExternalTaskSort.TASK_PRIORITY, false)
                    .orderBy(ExternalTaskSort.CREATE_TIME, false));

    assertThat(tasks)
        .extracting(ExternalTask::businessKey)
        .containsExactly(
            "open", "of a tenant", "suspended", "exhausted", "ends now", "expired", "locked");
  }

  @Test
  void topics_are_named_once() {
    assertThat(topics(false, false, false)).containsExactlyInAnyOrder("working", "resting");
    assertThat(topics(true, false, false)).containsExactly("working");
    assertThat(topics(false, true, false)).containsExactlyInAnyOrder("working", "resting");
    assertThat(topics(false, false, true)).containsExactlyInAnyOrder("working", "resting");
    assertThat(topics(true, true, false)).isEmpty();
  }

  private static List<String> topics(boolean locked, boolean unlocked, boolean retries) {
    return engine.externalTasks().topicNames(new TopicNames(locked, unlocked, retries));
  }

  private static ListQuery<ExternalTaskFilter, ExternalTaskSort> condition(
      String name, Operator operator, Object value) {
    return all()
        .with(
            ExternalTaskFilter.PROCESS_VARIABLES,
            List.of(new VariableCondition(name, operator, value, false, false)));
  }

  private static List<String> names(ExternalTaskFilter filter, Object value) {
    return names(all().with(filter, value));
  }

  private static List<String> names(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    List<ExternalTask> tasks = engine.externalTasks().externalTasks(query);
    return tasks.stream().map(ExternalTask::businessKey).toList();
  }

  private static ListQuery<ExternalTaskFilter, ExternalTaskSort> all() {
    return ListQuery.all();
  }
}
