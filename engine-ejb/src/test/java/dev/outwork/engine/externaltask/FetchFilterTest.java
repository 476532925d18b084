package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/** Which tasks of a topic a worker asks for (docs/rest-api.md, "Fetch and lock"). */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FetchFilterTest {
  private static final Instant DAY = Instant.parse("2026-02-03T04:05:06.789Z");

  private static TestEngine engine;
  private static String loans;
  private static String claims;

  @Parameter TestDatabase database;

  /** One instance of each of four definitions; each instance is known by its business key. */
  @BeforeParameterizedClassInvocation
  static void startInstances(TestDatabase database) {
    engine = TestEngine.on(database);
    loans = deploy("loans", "v1_0", null);
    claims = deploy("claims", "v1x0", null);
    start(
        loans,
        "loan",
        Map.of(
            "amount", TypedValue.integer(5),
            "color", TypedValue.string("red"),
            "nothing", TypedValue.NULL));
    start(
        claims,
        "claim",
        Map.of(
            "amount", TypedValue.of(ValueType.LONG, 5L),
            "color", TypedValue.string("blue"),
            "nothing", TypedValue.string("something"),
            "urgent", TypedValue.bool(true),
            "rate", TypedValue.of(ValueType.DOUBLE, 0.5),
            "since", TypedValue.of(ValueType.DATE, DAY),
            "small", TypedValue.of(ValueType.SHORT, (short) 5)));
    start(deploy("loans", "v1_0", "north"), "loan of the north", Map.of());
    start(deploy("claims", "v2", "south"), "claim of the south", Map.of());
  }

  /** start --> work (external) --> end. */
  private static String deploy(String key, String versionTag, String tenantId) {
    byte[] model =
        Bpmn.convertToString(
                Bpmn.createExecutableProcess(key)
                    .operatonVersionTag(versionTag)
                    .startEvent()
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

  private static void start(
      String definitionId, String businessKey, Map<String, TypedValue> variables) {
    engine.runtime().startProcessInstance(definitionId, businessKey, variables);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    engine.close();
  }

  @AfterEach
  void letGo() {
    engine
        .externalTasks()
        .externalTasks(ListQuery.all())
        .forEach(task -> engine.externalTasks().unlock(task.id()));
  }

  @Test
  void without_a_filter_every_task_of_the_topic_is_offered() {
    assertThat(fetched(new Filter()))
        .containsExactlyInAnyOrder("loan", "claim", "loan of the north", "claim of the south");
  }

  @Test
  void a_business_key_is_that_of_the_instance() {
    Filter filter = new Filter();
    filter.businessKey = "claim";

    assertThat(fetched(filter)).containsExactly("claim");
  }

  @Test
  void a_task_is_of_one_of_the_definitions_asked_for() {
    Filter filter = new Filter();
    filter.definitionIds = List.of(claims, loans);

    assertThat(fetched(filter)).containsExactlyInAnyOrder("loan", "claim");
  }

  @Test
  void a_task_is_of_one_of_the_keys_asked_for() {
    Filter filter = new Filter();
    filter.definitionKeys = List.of("claims", "unheard of");

    assertThat(fetched(filter)).containsExactlyInAnyOrder("claim", "claim of the south");
  }

  @Test
  void id_and_key_must_both_match() {
    Filter filter = new Filter();
    filter.definitionIds = List.of(loans);
    filter.definitionKeys = List.of("claims");

    assertThat(fetched(filter)).isEmpty();
  }

  @Test
  void a_version_tag_is_no_pattern() {
    Filter filter = new Filter();
    filter.versionTag = "v1_0";

    assertThat(fetched(filter)).containsExactlyInAnyOrder("loan", "loan of the north");
    filter.versionTag = "v%";
    assertThat(fetched(filter)).isEmpty();
  }

  @Test
  void a_task_is_of_one_of_the_tenants_asked_for() {
    Filter filter = new Filter();
    filter.tenantIds = List.of("south", "nobody");

    assertThat(fetched(filter)).containsExactly("claim of the south");
  }

  @Test
  void a_worker_can_ask_for_tasks_of_no_tenant() {
    Filter filter = new Filter();
    filter.withoutTenantId = true;

    assertThat(fetched(filter)).containsExactlyInAnyOrder("loan", "claim");
  }

  @Test
  void tenants_asked_for_by_name_count_more_than_none() {
    Filter filter = new Filter();
    filter.withoutTenantId = true;
    filter.tenantIds = List.of("north");

    assertThat(fetched(filter)).containsExactly("loan of the north");
  }

  @Test
  void a_number_matches_whatever_its_type() {
    for (TypedValue five :
        List.of(
            TypedValue.of(ValueType.SHORT, (short) 5),
            TypedValue.integer(5),
            TypedValue.of(ValueType.LONG, 5L),
            TypedValue.of(ValueType.DOUBLE, 5.0))) {
      assertThat(withVariable("amount", five)).containsExactlyInAnyOrder("loan", "claim");
      letGo();
    }
    assertThat(withVariable("amount", TypedValue.integer(6))).isEmpty();
    assertThat(withVariable("amount", TypedValue.of(ValueType.DOUBLE, 5.5))).isEmpty();
    assertThat(withVariable("amount", TypedValue.of(ValueType.DOUBLE, 1e300))).isEmpty();
    assertThat(withVariable("rate", TypedValue.integer(0))).isEmpty();
  }

  @Test
  void everything_else_matches_only_a_value_of_its_own_type() {
    assertThat(withVariable("amount", TypedValue.string("5"))).isEmpty();
    assertThat(withVariable("urgent", TypedValue.integer(1))).isEmpty();
    assertThat(withVariable("since", TypedValue.of(ValueType.LONG, DAY.toEpochMilli()))).isEmpty();
  }

  @Test
  void variables_of_every_plain_type_match() {
    assertThat(withVariable("color", TypedValue.string("blue"))).containsExactly("claim");
    assertThat(withVariable("urgent", TypedValue.bool(true))).containsExactly("claim");
    assertThat(withVariable("urgent", TypedValue.bool(false))).isEmpty();
    assertThat(withVariable("rate", TypedValue.of(ValueType.DOUBLE, 0.5))).containsExactly("claim");
    assertThat(withVariable("since", TypedValue.of(ValueType.DATE, DAY))).containsExactly("claim");
    assertThat(withVariable("small", TypedValue.of(ValueType.SHORT, (short) 5)))
        .containsExactly("claim");
  }

  @Test
  void null_matches_what_is_stored_as_null_and_not_what_is_absent() {
    assertThat(withVariable("nothing", TypedValue.NULL)).containsExactly("loan");
    assertThat(withVariable("unheard of", TypedValue.NULL)).isEmpty();
  }

  @Test
  void one_matching_variable_is_sufficient() {
    Filter filter = new Filter();
    filter.processVariables =
        Map.of("color", TypedValue.string("blue"), "amount", TypedValue.integer(5));

    assertThat(fetched(filter)).containsExactlyInAnyOrder("loan", "claim");
  }

  @Test
  void other_filters_hold_besides_the_variables() {
    Filter filter = new Filter();
    filter.processVariables =
        Map.of("color", TypedValue.string("blue"), "amount", TypedValue.integer(5));
    filter.definitionKeys = List.of("claims");

    assertThat(fetched(filter)).containsExactly("claim");
  }

  @Test
  void only_variables_of_the_instance_itself_match() {
    Filter filter = new Filter();
    filter.businessKey = "loan";
    LockedExternalTask loan = fetch(filter).get(0);
    engine
        .externalTasks()
        .handleFailure(
            loan.task().id(),
            "alice",
            new Failure(
                null,
                null,
                1,
                Duration.ZERO,
                Map.of(),
                Map.of("local", TypedValue.string("here"))));

    assertThat(withVariable("local", TypedValue.string("here"))).isEmpty();
  }

  @Test
  void object_values_are_refused_and_nothing_is_locked() {
    Filter filter = new Filter();
    filter.processVariables = Map.of("color", TypedValue.json("{}"));

    assertThatThrownBy(() -> fetch(filter))
        .isExactlyInstanceOf(ProcessEngineException.class)
        .hasMessage("Object values cannot be used to query");
    assertThat(fetched(new Filter())).hasSize(4);
  }

  @Test
  void filters_of_one_topic_are_not_those_of_another() {
    Filter filter = new Filter();
    filter.businessKey = "claim";
    Topic unheardOf = Topic.of("unheard of", Duration.ofMinutes(5));

    assertThat(
            engine
                .externalTasks()
                .fetchAndLock(FetchAndLock.of("alice", 10, unheardOf, filter.topic())))
        .hasSize(1);
  }

  @Test
  void filters_hold_for_tasks_whose_lock_has_expired_too() {
    fetch(new Filter());
    engine.clock().advance(Duration.ofMinutes(5));
    Filter filter = new Filter();
    filter.businessKey = "claim";

    assertThat(fetched(filter)).containsExactly("claim");
    filter.businessKey = null;
    filter.processVariables = Map.of("amount", TypedValue.integer(5));
    assertThat(fetched(filter)).containsExactly("loan");
  }

  private Set<String> withVariable(String name, TypedValue value) {
    letGo();
    Filter filter = new Filter();
    filter.processVariables = Map.of(name, value);
    return fetched(filter);
  }

  private static Set<String> fetched(Filter filter) {
    return fetch(filter).stream()
        .map(locked -> locked.task().businessKey())
        .collect(Collectors.toSet());
  }

  private static List<LockedExternalTask> fetch(Filter filter) {
    return engine.externalTasks().fetchAndLock(FetchAndLock.of("alice", 10, filter.topic()));
  }

  /** The filters of a topic in a test; others are not set. */
  private static final class Filter {
    private String businessKey;
    private List<String> definitionIds = List.of();
    private List<String> definitionKeys = List.of();
    private String versionTag;
    private Map<String, TypedValue> processVariables = Collections.emptyMap();
    private List<String> tenantIds = List.of();
    private boolean withoutTenantId;

    Topic topic() {
      return Topic.builder("work", Duration.ofMinutes(5))
          .businessKey(businessKey)
          .processDefinitionIds(definitionIds)
          .processDefinitionKeys(definitionKeys)
          .processDefinitionVersionTag(versionTag)
          .processVariables(processVariables)
          .tenantIds(tenantIds)
          .withoutTenantId(withoutTenantId)
          .build();
    }
  }
}
