package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.in;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.receive;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The process of a call activity, and the input of its instance (BPMN 2.0, chapter 10.3.6). */
class CallBindingTest extends SharedEngineTest {
  /** start --> call (calls inner). */
  private static String caller(String... attributes) {
    String call = call("call", "inner");
    for (int i = 0; i < attributes.length; i += 2) {
      call = with(attributes[i], attributes[i + 1], call);
    }
    return processOf("p", Sketch.start("start"), call, path("start", "call"));
  }

  /** open --> the topic (external). */
  private static String inner(String topic) {
    return processOf("inner", Sketch.start("open"), external(topic), path("open", topic));
  }

  private static void deploy(String tenantId, String document) {
    engine
        .repository()
        .createDeployment(
            new DeploymentRequest(
                null,
                null,
                tenantId,
                false,
                false,
                List.of(new Resource("call.bpmn", document.getBytes(StandardCharsets.UTF_8)))));
  }

  private static ProcessInstance startOf(String tenantId, Map<String, TypedValue> variables) {
    String definitionId =
        engine.repository().latestProcessDefinition("p", tenantId).orElseThrow().id();
    return engine.runtime().startProcessInstance(definitionId, "key of the caller", variables);
  }

  private static ProcessInstance start(Map<String, TypedValue> variables) {
    return startOf(null, variables);
  }

  @Test
  void the_latest_version_is_called_unless_it_says_otherwise() {
    engine.deploy(document(caller(), inner("first")));
    engine.deploy(document(inner("second")));

    start(Map.of());

    assertThat(waits("second")).isEqualTo(1);
  }

  @Test
  void the_version_of_the_same_deployment_is_called() {
    engine.deploy(document(caller("camunda:calledElementBinding", "deployment"), inner("first")));
    engine.deploy(document(inner("second")));

    start(Map.of());

    assertThat(waits("first")).isEqualTo(1);
  }

  @Test
  void a_version_is_called_by_its_number() {
    engine.deploy(document(inner("first")));
    int version =
        engine.repository().latestProcessDefinition("inner", null).orElseThrow().version();
    engine.deploy(document(inner("second")));
    engine.deploy(
        document(
            caller(
                "camunda:calledElementBinding", "version",
                "camunda:calledElementVersion", "${version}")));

    start(Map.of("version", TypedValue.integer(version)));

    assertThat(waits("first")).isEqualTo(1);
  }

  @Test
  void a_version_is_called_by_its_tag() {
    engine.deploy(document(with("camunda:versionTag", "good", inner("first"))));
    engine.deploy(document(inner("second")));
    engine.deploy(
        document(
            caller(
                "camunda:calledElementBinding", "versionTag",
                "camunda:calledElementVersionTag", "good")));

    start(Map.of());

    assertThat(waits("first")).isEqualTo(1);
  }

  @Test
  void a_process_of_the_callers_tenant_is_called() {
    engine.deploy(document(inner("of-nobody")));
    deploy("ann", document(caller(), inner("of-ann")));

    startOf("ann", Map.of());

    assertThat(waits("of-ann")).isEqualTo(1);
  }

  @Test
  void a_process_of_another_tenant_is_called_if_it_says_so() {
    deploy("bob", document(inner("of-bob")));
    engine.deploy(document(caller("camunda:calledElementTenantId", "${tenant}")));

    start(Map.of("tenant", TypedValue.string("bob")));

    assertThat(waits("of-bob")).isEqualTo(1);
    assertThat(calledInstance().tenantId()).isEqualTo("bob");
  }

  @Test
  void a_shared_process_is_called_for_the_tenant_of_its_caller() {
    engine.deploy(
        document(
            processOf(
                "inner",
                Sketch.start("open"),
                fork("fork"),
                external("job", parameters(input("whose", "${execution.tenantId}"))),
                user("talk"),
                catching("late", timer("PT1H")),
                receive("told", "of-tenants"),
                path("open", "fork", "job"),
                path("fork", "talk"),
                path("fork", "late"),
                path("fork", "told"))));
    deploy("ann", document(caller("camunda:calledElementTenantId", "${null}")));

    startOf("ann", Map.of());

    assertThat(calledInstance().tenantId()).isEqualTo("ann");
    assertThat(tenantsIn("external_task", "user_task", "job", "event_subscription"))
        .containsExactly("ann", "ann", "ann", "ann");
    assertThat(engine.history().processInstance(calledInstance().id()).orElseThrow().tenantId())
        .isEqualTo("ann");
    LockedExternalTask task = alice.fetchesOne("job");
    assertThat(task.task().tenantId()).isEqualTo("ann");
    assertThat(task.variables().get("whose").value()).isEqualTo("ann");
    alice.fails(task, 0, Duration.ZERO);
    assertThat(engine.incidents().incidents(ListQuery.all()))
        .isNotEmpty()
        .allMatch(incident -> "ann".equals(incident.tenantId()));
    assertThat(tenantsIn("external_task_log")).containsOnly("ann");
    engine
        .events()
        .correlate(
            MessageCorrelation.of("of-tenants").where(MessageMatch.tenant(TenantMatch.of("ann"))));
    assertThat(engine.waitsAt(calledInstance())).doesNotContain("told");
  }

  /** p (ann's) calls inner (shared), which calls leaf: the shared one, though ann has one, too. */
  @Test
  void a_shared_process_calls_shared_processes_by_default() {
    engine.deploy(
        document(
            processOf(
                "inner", Sketch.start("open"), call("deeper", "leaf"), path("open", "deeper")),
            leaf("shared")));
    deploy("ann", document(caller("camunda:calledElementTenantId", "${null}"), leaf("of-ann")));

    startOf("ann", Map.of());

    assertThat(waits("shared")).isEqualTo(1);
    assertThat(alice.fetchesOne("shared").task().tenantId()).isEqualTo("ann");
  }

  private static String leaf(String topic) {
    return processOf("leaf", Sketch.start("begin"), external(topic), path("begin", topic));
  }

  @Test
  void a_called_instance_belongs_to_the_tenant_of_its_definition() {
    deploy("bob", document(inner("of-bob")));
    deploy("ann", document(caller("camunda:calledElementTenantId", "bob")));

    startOf("ann", Map.of());

    assertThat(calledInstance().tenantId()).isEqualTo("bob");
    assertThat(alice.fetchesOne("of-bob").task().tenantId()).isEqualTo("bob");
  }

  private static List<String> tenantsIn(String... tables) {
    return Stream.of(tables)
        .flatMap(
            table ->
                Rows.strings(
                    engine.database(),
                    "select t.tenant_id from %s t join process_instance i on i.id = t.process_instance_id where i.definition_key = 'inner' and i.ended_at is null"
                        .formatted(table))
                    .stream())
        .toList();
  }

  @Test
  void the_called_instance_has_the_business_key_that_the_call_gives_it() {
    engine.deploy(
        document(
            processOf(
                "p",
                Sketch.start("start"),
                call("call", "inner", extensions(in("businessKey=\"${number}-${a}\""))),
                path("start", "call")),
            inner("job")));

    start(Map.of("number", TypedValue.integer(7), "a", TypedValue.string("x")));

    assertThat(calledInstance().businessKey()).isEqualTo("7-x");
  }

  @Test
  void the_called_instance_has_no_business_key_of_its_own_accord() {
    engine.deploy(document(caller(), inner("job")));

    start(Map.of());

    assertThat(calledInstance().businessKey()).isNull();
  }

  @Test
  void the_key_of_the_called_process_may_be_a_variable() {
    engine.deploy(
        document(
            processOf("p", Sketch.start("start"), call("call", "${which}"), path("start", "call")),
            inner("job")));

    start(Map.of("which", TypedValue.string("inner")));

    assertThat(waits("job")).isEqualTo(1);
  }

  private static ProcessInstance calledInstance() {
    return engine.runtime().processInstances(ListQuery.all()).stream()
        .filter(instance -> instance.processDefinitionKey().equals("inner"))
        .findFirst()
        .orElseThrow();
  }

  private static long waits(String activityId) {
    return Rows.count(
        engine.database(),
        "select count(*) from activity_instance where ended_at is null and activity_id = ?",
        activityId);
  }
}
