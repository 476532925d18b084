package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskCountByCandidateGroup;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/**
 * Lists of user tasks (docs/rest-api.md, "Lists" and "User tasks"), known by the business key of
 * their instance.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UserTaskListTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private static TestEngine engine;
  private static final Map<String, Task> TASKS = new HashMap<>();

  @Parameter TestDatabase database;

  /** One task a second: plain, mine, delegated, offered, suspended, of a tenant; and one ended. */
  @BeforeParameterizedClassInvocation
  static void startInstances(TestDatabase database) {
    engine = TestEngine.on(database);
    TASKS.clear();
    String definitionId = deploy("signing", "Signing things", null);
    start(definitionId, "plain", Map.of("amount", TypedValue.integer(5)));
    start(definitionId, "mine", Map.of("amount", TypedValue.integer(7)));
    start(definitionId, "delegated", Map.of());
    start(definitionId, "offered", Map.of());
    start(definitionId, "suspended", Map.of());
    start(deploy("reading", "Reading things", "north"), "of a tenant", Map.of());
    start(definitionId, "completed", Map.of("amount", TypedValue.integer(5)));
    engine.tasks().complete(id("completed"), Map.of());
    TASKS.remove("completed");

    save("mine", "Sign HERE", "in ink", "mary", 60, 1);
    save("delegated", "sign there", "In Blood", "mary", 70, 2);
    engine.tasks().delegateTask(id("delegated"), "peter");
    candidate("mine", IdentityLink.group("sales", IdentityLink.CANDIDATE));
    candidate("delegated", IdentityLink.user("paul", "reviewer"));
    candidate("offered", IdentityLink.user("paul", IdentityLink.CANDIDATE));
    candidate("offered", IdentityLink.group("sales", IdentityLink.CANDIDATE));
    candidate("of a tenant", IdentityLink.group("accounting", IdentityLink.CANDIDATE));
    engine
        .tasks()
        .changeVariablesLocal(id("plain"), Map.of("draft", TypedValue.string("A")), List.of());
    engine.runtime().setProcessInstanceSuspended(TASKS.get("suspended").processInstanceId(), true);
  }

  /** start --> the key of the process (user) --> end. */
  private static String deploy(String key, String name, String tenantId) {
    byte[] model =
        Bpmn.convertToString(
                Bpmn.createExecutableProcess(key)
                    .name(name)
                    .startEvent()
                    .userTask(key + "-task")
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
        .tasks()
        .tasks(all().with(TaskFilter.PROCESS_INSTANCE_ID, instanceId))
        .forEach(task -> TASKS.put(name, task));
    engine.clock().advance(Duration.ofSeconds(1));
  }

  private static void save(
      String name, String taskName, String description, String assignee, int priority, int days) {
    Instant due = START.plus(Duration.ofDays(days));
    engine
        .tasks()
        .saveTask(
            id(name),
            new TaskDetails(
                taskName,
                description,
                assignee,
                null,
                null,
                due,
                due.minus(Duration.ofHours(12)),
                priority));
  }

  private static void candidate(String name, IdentityLink link) {
    engine.tasks().addIdentityLink(id(name), link);
  }

  private static String id(String name) {
    return TASKS.get(name).id();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    engine.close();
  }

  @Test
  void unclaimed_tasks_are_counted_by_the_groups_that_they_are_offered_to() {
    assertThat(engine.tasks().countTasksByCandidateGroup())
        .containsExactly(
            new TaskCountByCandidateGroup(null, 2),
            new TaskCountByCandidateGroup("accounting", 1),
            new TaskCountByCandidateGroup("sales", 1));
  }

  @Test
  void without_a_filter_there_is_everything_that_is_open_in_the_order_of_ids() {
    assertThat(engine.tasks().tasks(all()))
        .hasSize(6)
        .isSortedAccordingTo(Comparator.comparing(Task::id));
    assertThat(engine.tasks().countTasks(all())).isEqualTo(6);
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (TaskFilter filter : TaskFilter.values()) {
      ListQuery<TaskFilter, TaskSort> query = all().with(filter, AnyValue.of(filter));

      assertThat(engine.tasks().tasks(query))
          .as("%s", filter)
          .hasSize((int) engine.tasks().countTasks(query));
    }
  }

  @Test
  void all_filters_can_be_used_at_once() {
    ListQuery<TaskFilter, TaskSort> query = all();
    for (TaskFilter filter : TaskFilter.values()) {
      query = query.with(filter, AnyValue.of(filter));
    }

    assertThat(engine.tasks().tasks(query)).isEmpty();
  }

  @Test
  void empty_lists_and_flags_that_are_not_set_restrict_nothing() {
    for (TaskFilter filter : TaskFilter.values()) {
      Object nothing = AnyValue.of(filter) instanceof List ? List.of() : false;
      if (nothing instanceof List || AnyValue.of(filter) instanceof Boolean) {
        assertThat(names(filter, nothing)).as("%s", filter).hasSize(6);
      }
    }
  }

  @Test
  void no_task_has_a_parent_or_belongs_to_a_case() {
    assertThat(names(TaskFilter.PARENT_TASK_ID, "any")).isEmpty();
    assertThat(names(TaskFilter.CASE_INSTANCE_ID, "any")).isEmpty();
    assertThat(names(TaskFilter.CASE_DEFINITION_KEY, "any")).isEmpty();
    assertThat(names(all().orderBy(TaskSort.CASE_INSTANCE_ID, false))).hasSize(6);
  }

  @Test
  void texts_of_the_task_are_matched_whatever_the_case_of_their_letters() {
    assertThat(names(TaskFilter.NAME, "sign here")).containsExactly("mine");
    assertThat(names(TaskFilter.NAME, "sign%")).isEmpty();
    assertThat(names(TaskFilter.NAME_NOT_EQUAL, "SIGN here")).hasSize(5).doesNotContain("mine");
    assertThat(names(TaskFilter.NAME_LIKE, "SIGN %")).containsExactly("mine", "delegated");
    assertThat(names(TaskFilter.NAME_NOT_LIKE, "SIGN%-task"))
        .containsExactly("mine", "delegated", "of a tenant");
    assertThat(names(TaskFilter.DESCRIPTION, "in blood")).containsExactly("delegated");
    assertThat(names(TaskFilter.DESCRIPTION_LIKE, "IN%")).containsExactly("mine", "delegated");
  }

  @Test
  void ids_are_matched_exactly() {
    Task mine = TASKS.get("mine");
    Task plain = TASKS.get("plain");

    assertThat(names(TaskFilter.TASK_ID, mine.id())).containsExactly("mine");
    assertThat(names(TaskFilter.TASK_ID_IN, List.of(mine.id(), plain.id())))
        .containsExactly("plain", "mine");
    assertThat(names(TaskFilter.EXECUTION_ID, mine.executionId())).containsExactly("mine");
    assertThat(
            names(
                TaskFilter.ACTIVITY_INSTANCE_ID_IN,
                List.of("signing-task:" + mine.executionId(), plain.executionId())))
        .containsExactly("plain", "mine");
    assertThat(names(TaskFilter.PROCESS_INSTANCE_ID_IN, List.of(mine.processInstanceId())))
        .containsExactly("mine");
    assertThat(names(TaskFilter.TENANT_ID_IN, List.of("north", "south")))
        .containsExactly("of a tenant");
    assertThat(names(TaskFilter.WITHOUT_TENANT_ID, true)).hasSize(5).doesNotContain("of a tenant");
  }

  @Test
  void facts_of_the_element_are_matched() {
    assertThat(names(TaskFilter.TASK_DEFINITION_KEY, "reading-task"))
        .containsExactly("of a tenant");
    assertThat(names(TaskFilter.TASK_DEFINITION_KEY_IN, List.of("reading-task", "other")))
        .containsExactly("of a tenant");
    assertThat(names(TaskFilter.TASK_DEFINITION_KEY_NOT_IN, List.of("signing-task")))
        .containsExactly("of a tenant");
    assertThat(names(TaskFilter.TASK_DEFINITION_KEY_LIKE, "read%")).containsExactly("of a tenant");
  }

  @Test
  void facts_of_the_instance_and_of_the_definition_are_matched() {
    Task ofTenant = TASKS.get("of a tenant");

    assertThat(names(TaskFilter.PROCESS_INSTANCE_BUSINESS_KEY, "mine")).containsExactly("mine");
    assertThat(names(TaskFilter.PROCESS_INSTANCE_BUSINESS_KEY_IN, List.of("mine", "plain")))
        .containsExactly("plain", "mine");
    assertThat(names(TaskFilter.PROCESS_INSTANCE_BUSINESS_KEY_LIKE, "of%"))
        .containsExactly("offered", "of a tenant");
    assertThat(names(TaskFilter.PROCESS_DEFINITION_ID, ofTenant.processDefinitionId()))
        .containsExactly("of a tenant");
    assertThat(names(TaskFilter.PROCESS_DEFINITION_KEY, "reading")).containsExactly("of a tenant");
    assertThat(names(TaskFilter.PROCESS_DEFINITION_KEY_IN, List.of("signing"))).hasSize(5);
    assertThat(names(TaskFilter.PROCESS_DEFINITION_NAME, "Reading things"))
        .containsExactly("of a tenant");
    assertThat(names(TaskFilter.PROCESS_DEFINITION_NAME_LIKE, "%ing things")).hasSize(6);
    assertThat(names(TaskFilter.PROCESS_DEFINITION_NAME_LIKE, "ing things")).isEmpty();
  }

  @Test
  void tasks_are_filtered_by_assignee() {
    assertThat(names(TaskFilter.ASSIGNEE, "mary")).containsExactly("mine");
    assertThat(names(TaskFilter.ASSIGNEE_LIKE, "%e%")).containsExactly("delegated");
    assertThat(names(TaskFilter.ASSIGNEE_IN, List.of("mary", "peter")))
        .containsExactly("mine", "delegated");
    assertThat(names(TaskFilter.ASSIGNEE_NOT_IN, List.of("mary"))).containsExactly("delegated");
    assertThat(names(TaskFilter.ASSIGNED, true)).containsExactly("mine", "delegated");
    assertThat(names(TaskFilter.UNASSIGNED, true))
        .containsExactly("plain", "offered", "suspended", "of a tenant");
    assertThat(names(TaskFilter.OWNER, "mary")).containsExactly("delegated");
    assertThat(names(TaskFilter.DELEGATION_STATE, "PENDING")).containsExactly("delegated");
    assertThat(names(TaskFilter.DELEGATION_STATE, "RESOLVED")).isEmpty();
  }

  @Test
  void a_task_is_offered_to_candidates_until_somebody_has_it() {
    assertThat(names(TaskFilter.CANDIDATE_USER, "paul")).containsExactly("offered");
    assertThat(names(TaskFilter.CANDIDATE_GROUP, "sales")).containsExactly("offered");
    assertThat(names(TaskFilter.CANDIDATE_GROUPS, List.of("sales", "accounting")))
        .containsExactly("offered", "of a tenant");
    assertThat(names(TaskFilter.CANDIDATE_GROUP_LIKE, "%ing")).containsExactly("of a tenant");
    assertThat(names(TaskFilter.WITH_CANDIDATE_USERS, true)).containsExactly("offered");
    assertThat(names(TaskFilter.WITHOUT_CANDIDATE_USERS, true))
        .containsExactly("plain", "suspended", "of a tenant");
    assertThat(names(TaskFilter.WITH_CANDIDATE_GROUPS, true))
        .containsExactly("offered", "of a tenant");
    assertThat(names(TaskFilter.WITHOUT_CANDIDATE_GROUPS, true))
        .containsExactly("plain", "suspended");
  }

  @Test
  void assigned_tasks_of_candidates_are_listed_on_request() {
    ListQuery<TaskFilter, TaskSort> assignedToo =
        all().with(TaskFilter.INCLUDE_ASSIGNED_TASKS, true);

    assertThat(names(assignedToo)).hasSize(6);
    assertThat(names(assignedToo.with(TaskFilter.CANDIDATE_GROUP, "sales")))
        .containsExactly("mine", "offered");
    assertThat(names(assignedToo.with(TaskFilter.CANDIDATE_USER, "paul")))
        .containsExactly("offered");
    assertThat(names(assignedToo.with(TaskFilter.WITHOUT_CANDIDATE_GROUPS, true)))
        .containsExactly("plain", "delegated", "suspended");
  }

  @Test
  void a_user_or_one_of_the_groups_is_sufficient() {
    assertThat(
            names(
                all()
                    .with(TaskFilter.CANDIDATE_USER, "paul")
                    .with(TaskFilter.CANDIDATE_GROUPS, List.of("accounting"))))
        .containsExactly("offered", "of a tenant");
    assertThat(
            names(
                all()
                    .with(TaskFilter.CANDIDATE_GROUP, "sales")
                    .with(TaskFilter.CANDIDATE_GROUPS, List.of("accounting"))))
        .isEmpty();
  }

  @Test
  void every_linked_user_is_involved() {
    assertThat(names(TaskFilter.INVOLVED_USER, "mary")).containsExactly("mine", "delegated");
    assertThat(names(TaskFilter.INVOLVED_USER, "peter")).containsExactly("delegated");
    assertThat(names(TaskFilter.INVOLVED_USER, "paul")).containsExactly("delegated", "offered");
    assertThat(names(TaskFilter.INVOLVED_USER, "sales")).isEmpty();
  }

  @Test
  void dates_are_compared_strictly() {
    Instant due = START.plus(Duration.ofDays(1));
    Instant followUp = due.minus(Duration.ofHours(12));

    assertThat(names(TaskFilter.DUE_DATE, due)).containsExactly("mine");
    assertThat(names(TaskFilter.DUE_BEFORE, due)).isEmpty();
    assertThat(names(TaskFilter.DUE_BEFORE, due.plusMillis(1))).containsExactly("mine");
    assertThat(names(TaskFilter.DUE_AFTER, due)).containsExactly("delegated");
    assertThat(names(TaskFilter.WITHOUT_DUE_DATE, true)).hasSize(4);
    assertThat(names(TaskFilter.FOLLOW_UP_DATE, followUp)).containsExactly("mine");
    assertThat(names(TaskFilter.FOLLOW_UP_BEFORE, followUp.plusMillis(1))).containsExactly("mine");
    assertThat(names(TaskFilter.FOLLOW_UP_BEFORE_OR_NOT_EXISTENT, followUp.plusMillis(1)))
        .containsExactly("plain", "mine", "offered", "suspended", "of a tenant");
    assertThat(names(TaskFilter.FOLLOW_UP_AFTER, followUp)).containsExactly("delegated");
    assertThat(names(TaskFilter.CREATED_ON, START)).containsExactly("plain");
    assertThat(names(TaskFilter.CREATED_BEFORE, START.plusSeconds(1))).containsExactly("plain");
    assertThat(names(TaskFilter.CREATED_AFTER, START.plusSeconds(4)))
        .containsExactly("of a tenant");
  }

  @Test
  void a_task_that_was_never_changed_counts_from_its_creation() {
    assertThat(names(TaskFilter.UPDATED_AFTER, START.plusSeconds(3)))
        .containsExactly("mine", "delegated", "offered", "suspended", "of a tenant");
    assertThat(names(TaskFilter.UPDATED_AFTER, START.plusSeconds(5)))
        .containsExactly("mine", "delegated", "offered", "of a tenant");
  }

  @Test
  void bounds_of_the_priority_belong_to_it() {
    assertThat(names(TaskFilter.PRIORITY, 60L)).containsExactly("mine");
    assertThat(names(TaskFilter.MIN_PRIORITY, 60L)).containsExactly("mine", "delegated");
    assertThat(names(TaskFilter.MAX_PRIORITY, 60L)).hasSize(5).doesNotContain("delegated");
  }

  @Test
  void each_or_query_needs_one_matching_condition() {
    assertThat(
            names(
                all()
                    .or(
                        Map.of(
                            TaskFilter.ASSIGNEE, "mary",
                            TaskFilter.SUSPENDED, true,
                            // Neither of them is a condition of its own here.
                            TaskFilter.ACTIVE, true,
                            TaskFilter.INCLUDE_ASSIGNED_TASKS, true))))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    names(all().with(TaskFilter.ASSIGNEE, "mary")).stream(),
                    names(all().with(TaskFilter.SUSPENDED, true)).stream())
                .distinct()
                .toList());
  }

  @Test
  void suspended_counts_more_than_active() {
    assertThat(names(TaskFilter.SUSPENDED, true)).containsExactly("suspended");
    assertThat(names(TaskFilter.ACTIVE, true)).hasSize(5).doesNotContain("suspended");
    assertThat(names(all().with(TaskFilter.ACTIVE, true).with(TaskFilter.SUSPENDED, true)))
        .containsExactly("suspended");
  }

  @Test
  void variables_of_the_process_and_of_the_task_are_matched() {
    assertThat(names(TaskFilter.PROCESS_VARIABLES, condition("amount", Operator.GREATER, 5)))
        .containsExactly("mine");
    assertThat(names(TaskFilter.PROCESS_VARIABLES, condition("amount", Operator.EQUALS, 5)))
        .containsExactly("plain");
    assertThat(names(TaskFilter.TASK_VARIABLES, condition("draft", Operator.EQUALS, "A")))
        .containsExactly("plain");
    assertThat(names(TaskFilter.TASK_VARIABLES, condition("amount", Operator.EQUALS, 5))).isEmpty();
  }

  @Test
  void every_sort_key_sorts_both_ways() {
    Map<TaskSort, Function<Task, Object>> keys = new EnumMap<>(TaskSort.class);
    keys.put(TaskSort.ID, Task::id);
    keys.put(TaskSort.INSTANCE_ID, Task::processInstanceId);
    keys.put(TaskSort.EXECUTION_ID, Task::executionId);
    keys.put(TaskSort.NAME, Task::name);
    keys.put(
        TaskSort.NAME_CASE_INSENSITIVE,
        task -> task.name() == null ? null : task.name().toLowerCase(Locale.ROOT));
    keys.put(TaskSort.DESCRIPTION, task -> task.details().description());
    keys.put(TaskSort.ASSIGNEE, Task::assignee);
    keys.put(TaskSort.PRIORITY, task -> task.details().priority());
    keys.put(TaskSort.CREATED, Task::created);
    keys.put(TaskSort.LAST_UPDATED, Task::lastUpdated);
    keys.put(TaskSort.DUE_DATE, task -> task.details().due());
    keys.put(TaskSort.FOLLOW_UP_DATE, task -> task.details().followUp());
    keys.put(TaskSort.TENANT_ID, Task::tenantId);
    keys.put(TaskSort.CASE_INSTANCE_ID, task -> null);
    keys.put(TaskSort.CASE_EXECUTION_ID, task -> null);

    assertThat(keys).containsOnlyKeys(TaskSort.values());
    keys.forEach(
        (key, value) -> {
          List<Task> ascending = engine.tasks().tasks(all().orderBy(key, true));
          List<Task> descending = new ArrayList<>(engine.tasks().tasks(all().orderBy(key, false)));
          Collections.reverse(descending);
          for (List<Task> sorted : List.of(ascending, descending)) {
            assertThat(sorted).hasSize(6);
            // Where those go that have none is up to the database.
            assertThat(sorted.stream().map(value).filter(Objects::nonNull).toList())
                .as("%s", key)
                .isSorted();
          }
        });
  }

  @Test
  void a_page_is_a_stretch_of_the_sorted_list() {
    ListQuery<TaskFilter, TaskSort> newestFirst = all().orderBy(TaskSort.CREATED, false);

    assertThat(names(newestFirst.page(1, 2))).containsExactly("suspended", "offered");
    assertThat(names(newestFirst.page(5, 10))).containsExactly("plain");
    assertThat(names(newestFirst.page(6, 10))).isEmpty();
    assertThat(engine.tasks().countTasks(newestFirst.page(1, 2))).isEqualTo(6);
  }

  private static List<VariableCondition> condition(String name, Operator operator, Object value) {
    return List.of(new VariableCondition(name, operator, value, false, false));
  }

  private static List<String> names(TaskFilter filter, Object value) {
    return names(all().with(filter, value));
  }

  private static List<String> names(ListQuery<TaskFilter, TaskSort> query) {
    return engine.tasks().tasks(query).stream().map(UserTaskListTest::name).toList();
  }

  private static String name(Task task) {
    return TASKS.entrySet().stream()
        .filter(entry -> entry.getValue().id().equals(task.id()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static ListQuery<TaskFilter, TaskSort> all() {
    return ListQuery.all();
  }
}
