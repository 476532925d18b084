package dev.outwork.engine.deployment;

import static dev.outwork.engine.deployment.Documents.broken;
import static dev.outwork.engine.deployment.Documents.named;
import static dev.outwork.engine.deployment.Documents.ofTenant;
import static dev.outwork.engine.deployment.Documents.process;
import static dev.outwork.engine.deployment.Documents.processOfCategory;
import static dev.outwork.engine.deployment.Documents.resource;
import static dev.outwork.engine.deployment.Documents.twoProcesses;
import static dev.outwork.engine.deployment.Documents.withSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of deployed documents (docs/rest-api.md, "Deployments" and "Process definitions").
 */
class DeploymentsTest extends SharedEngineTest {
  @AfterEach
  void deleteAllDeployments() {
    engine
        .repository()
        .deployments(ListQuery.all())
        .forEach(deployment -> engine.repository().deleteDeployment(deployment.id(), true));
  }

  @Test
  void a_deployment_tells_what_it_is_and_what_it_has_made() {
    DeploymentWithDefinitions deployed =
        deploy(
            withSource(
                "git",
                ofTenant(
                    "acme",
                    named(
                        "shop",
                        process(
                            "bill",
                            "How we bill",
                            "name=\"Billing\" camunda:versionTag=\"v7\""
                                + " camunda:historyTimeToLive=\"P30D\""
                                + " camunda:isStartableInTasklist=\"false\"")))));

    assertThat(deployed.deployment().name()).isEqualTo("shop");
    assertThat(deployed.deployment().source()).isEqualTo("git");
    assertThat(deployed.deployment().tenantId()).isEqualTo("acme");
    assertThat(deployed.deployment().deploymentTime()).isEqualTo(engine.clock().instant());
    ProcessDefinition definition = deployed.deployedProcessDefinitions().get(0);
    assertThat(definition)
        .isEqualTo(
            new ProcessDefinition(
                definition.id(),
                "bill",
                "http://test",
                "How we bill",
                "Billing",
                1,
                "bill.bpmn",
                deployed.deployment().id(),
                false,
                "acme",
                "v7",
                30,
                false));
    assertThat(engine.repository().deployment(deployed.deployment().id()))
        .contains(deployed.deployment());
    assertThat(engine.repository().processDefinition(definition.id())).contains(definition);
  }

  @Test
  void each_deployment_of_a_key_is_its_next_version() {
    deploy(named("shop", process("bill", "one")));

    ProcessDefinition second =
        deploy(named("shop", process("bill", "two"))).deployedProcessDefinitions().get(0);

    assertThat(second.version()).isEqualTo(2);
    assertThat(engine.repository().latestProcessDefinition("bill", null)).contains(second);
  }

  @Test
  void versions_are_counted_for_each_tenant_by_itself() {
    deploy(named("shop", process("bill", "")));
    deploy(named("shop", process("bill", "")));
    deploy(ofTenant("acme", named("shop", process("bill", ""))));

    assertThat(engine.repository().latestProcessDefinition("bill", null).orElseThrow().version())
        .isEqualTo(2);
    assertThat(engine.repository().latestProcessDefinition("bill", "acme").orElseThrow().version())
        .isEqualTo(1);
    assertThat(engine.repository().latestProcessDefinition("bill", "apex")).isEmpty();
  }

  @Test
  void an_instance_goes_on_with_the_version_that_it_was_started_with() {
    ProcessInstance old = start("bill", process("bill", "one"));
    deploy(named("shop", process("bill", "two")));

    alice.does("work");

    assertThat(engine.state(old)).isEqualTo("COMPLETED");
    assertThat(engine.history().processInstance(old.id()).orElseThrow().processDefinitionVersion())
        .isEqualTo(1);
  }

  @Test
  void every_executable_process_of_a_document_becomes_a_definition() {
    DeploymentWithDefinitions deployed =
        deploy(named("shop", twoProcesses("both.bpmn20.xml", "bill", "ship")));

    assertThat(deployed.deployedProcessDefinitions())
        .extracting(ProcessDefinition::key)
        .containsExactly("bill", "ship");
    deployed
        .deployedProcessDefinitions()
        .forEach(
            definition -> engine.runtime().startProcessInstance(definition.id(), null, Map.of()));
    assertThat(alice.fetches("work")).hasSize(2);
  }

  @Test
  void a_process_that_is_not_executable_is_kept_as_a_drawing_only() {
    String drawing =
        new String(process("bill", "").content(), StandardCharsets.UTF_8)
            .replace("isExecutable=\"true\"", "isExecutable=\"false\"");

    DeploymentWithDefinitions deployed = deploy(named("shop", resource("bill.bpmn", drawing)));

    assertThat(deployed.deployedProcessDefinitions()).isEmpty();
    assertThat(engine.repository().deploymentResources(deployed.deployment().id())).hasSize(1);
  }

  @Test
  void resources_are_kept_byte_for_byte() {
    Resource bill = process("bill", "Zoë");
    Resource logo = new Resource("img/logo.png", new byte[] {0, 1, -1, -128});

    DeploymentWithDefinitions deployed = deploy(named("shop", logo, bill));

    String deploymentId = deployed.deployment().id();
    List<DeploymentResource> resources = engine.repository().deploymentResources(deploymentId);
    assertThat(resources)
        .extracting(DeploymentResource::name)
        .containsExactly("bill.bpmn", "img/logo.png");
    assertThat(
            engine
                .repository()
                .deploymentResource(deploymentId, resources.get(1).id())
                .orElseThrow()
                .content())
        .isEqualTo(logo.content());
    assertThat(engine.repository().processModel(deployed.deployedProcessDefinitions().get(0).id()))
        .contains(new String(bill.content(), StandardCharsets.UTF_8));
  }

  @Test
  void a_resource_is_found_in_its_own_deployment_only() {
    DeploymentWithDefinitions one = deploy(named("one", process("bill", "")));
    DeploymentWithDefinitions other = deploy(named("other", process("ship", "")));
    String resourceId = engine.repository().deploymentResources(one.deployment().id()).get(0).id();

    assertThat(engine.repository().deploymentResource(other.deployment().id(), resourceId))
        .isEmpty();
    assertThat(engine.repository().deploymentResources("no-such-id")).isEmpty();
    assertThat(engine.repository().deployment("no-such-id")).isEmpty();
    assertThat(engine.repository().processModel("no-such-id")).isEmpty();
  }

  static Stream<DeploymentRequest> refused() {
    Resource good = process("good", "");
    String tooLong = "x".repeat(256);
    return Stream.of(
        named("nothing"),
        named("nameless", good, new Resource(" ", good.content())),
        named("nameless", good, new Resource(null, good.content())),
        named("twice", good, new Resource("good.bpmn", good.content())),
        named(tooLong, good),
        withSource(tooLong, named("long source", good)),
        ofTenant("x".repeat(65), named("long tenant", good)),
        named("long resource", good, resource(tooLong, "")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_request_that_cannot_be_honoured_is_refused_and_leaves_nothing(DeploymentRequest request) {
    assertThatThrownBy(() -> deploy(request)).isInstanceOf(NotValidException.class);

    assertThat(tablesWithRows()).isEmpty();
  }

  static Stream<Resource> unfit() {
    return Stream.of(
        broken("broken.bpmn"),
        resource("no.bpmn", "no XML"),
        resource("empty.bpmn", ""),
        new Resource("long-key.bpmn", process("x".repeat(256), "").content()),
        process("long-tag", "", "camunda:versionTag=\"%s\"".formatted("x".repeat(65))),
        processOfCategory("http://" + "x".repeat(256), "long-category", ""));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void a_model_that_cannot_be_kept_or_executed_is_refused_and_leaves_nothing(Resource unfit) {
    assertThatThrownBy(() -> deploy(named("shop", process("good", ""), unfit)))
        .isInstanceOfSatisfying(
            ParseException.class,
            refusal -> {
              assertThat(refusal.resourceName()).isEqualTo(unfit.name());
              assertThat(refusal.problems()).isNotEmpty();
            });

    assertThat(tablesWithRows()).isEmpty();
  }

  @Test
  void what_is_surprising_in_a_model_is_logged_once() {
    String alone = "</documentation><task id=\"alone\"/>";
    String document =
        new String(process("lonely", "").content(), StandardCharsets.UTF_8)
            .replace("</documentation>", alone);
    Resource model = new Resource("lonely.bpmn", document.getBytes(StandardCharsets.UTF_8));
    List<String> warnings = new ArrayList<>();
    Logger logger = Logger.getLogger(Deployer.class.getName());
    Handler handler = collecting(warnings);
    logger.addHandler(handler);
    try {
      deploy(named("shop", model));
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("'lonely.bpmn', line ")
        .endsWith(": Task 'alone' is never reached: no sequence flow leads to it");
  }

  private static Handler collecting(List<String> warnings) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        if (entry.getLevel() == Level.WARNING) {
          warnings.add(entry.getMessage());
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void a_key_cannot_be_deployed_twice_at_once() {
    Resource one = process("bill", "");
    Resource other = new Resource("other.bpmn", one.content());

    assertThatThrownBy(() -> deploy(named("shop", one, other)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("'bill'")
        .hasMessageContaining("'bill.bpmn'")
        .hasMessageContaining("'other.bpmn'");

    assertThat(tablesWithRows()).isEmpty();
  }

  @Test
  void deployments_of_one_key_at_the_same_moment_get_different_versions() throws Exception {
    int deployers = 6;
    CyclicBarrier together = new CyclicBarrier(deployers);
    ExecutorService threads = Executors.newFixedThreadPool(deployers);
    List<Integer> versions = new ArrayList<>();
    try {
      List<Future<DeploymentWithDefinitions>> deployments =
          IntStream.range(0, deployers)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            together.await();
                            return deploy(named("shop", process("bill", "no. " + i)));
                          }))
              .toList();
      for (Future<DeploymentWithDefinitions> deployment : deployments) {
        versions.add(deployment.get().deployedProcessDefinitions().get(0).version());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
  }

  @Test
  void a_deployment_without_instances_is_deleted() {
    deploy(named("shop", process("bill", "one")));
    DeploymentWithDefinitions second = deploy(named("shop", process("bill", "two")));

    engine.repository().deleteDeployment(second.deployment().id(), false);

    assertThat(engine.repository().deployment(second.deployment().id())).isEmpty();
    assertThat(engine.repository().latestProcessDefinition("bill", null).orElseThrow().version())
        .isEqualTo(1);
  }

  @Test
  void a_deployment_that_does_not_exist_cannot_be_deleted() {
    assertThatThrownBy(() -> engine.repository().deleteDeployment("no-such-id", true))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("no-such-id");
  }

  @Test
  void a_deployment_with_a_running_instance_is_not_deleted_without_it() {
    ProcessInstance instance = start("bill", process("bill", ""));

    assertDeletionIsRefused();

    assertThat(engine.waitsAt(instance)).containsExactly("bill-work");
    alice.does("work");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_deployment_with_an_ended_instance_is_not_deleted_without_it() {
    ProcessInstance instance = start("bill", process("bill", ""));
    alice.does("work");

    assertDeletionIsRefused();

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  private static void assertDeletionIsRefused() {
    String id = engine.repository().deployments(ListQuery.all()).get(0).id();
    assertThatThrownBy(() -> engine.repository().deleteDeployment(id, false))
        .isInstanceOfSatisfying(
            ProcessEngineException.class,
            refusal ->
                assertThat(refusal.code()).isEqualTo(ProcessEngineException.FOREIGN_KEY_VIOLATION));
    assertThat(engine.repository().deployment(id)).isPresent();
  }

  @Test
  void a_deployment_that_is_deleted_with_its_instances_leaves_no_row() {
    start("bill", process("bill", ""));
    alice.completes(alice.fetchesOne("work"), Map.of("a", TypedValue.integer(1)));
    engine.start("bill", Map.of("b", TypedValue.integer(2)));
    LockedExternalTask failed = alice.fetchesOne("work");
    alice.fails(failed, 0, Duration.ZERO);
    assertThat(tablesWithRows())
        .contains(
            "variable", "activity_instance", "external_task", "external_task_log", "incident");
    String id = engine.repository().deployments(ListQuery.all()).get(0).id();

    engine.repository().deleteDeployment(id, true);

    assertThat(tablesWithRows()).isEmpty();
    assertThatThrownBy(() -> alice.completes(failed)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void deleting_a_deployment_leaves_the_instances_of_others_alone() {
    ProcessInstance kept = start("ship", process("ship", ""));
    DeploymentWithDefinitions other = deploy(named("other", process("bill", "")));
    engine.start("bill");

    engine.repository().deleteDeployment(other.deployment().id(), true);

    alice.does("work");
    assertThat(engine.state(kept)).isEqualTo("COMPLETED");
  }

  private static DeploymentWithDefinitions deploy(DeploymentRequest request) {
    return engine.repository().createDeployment(request);
  }

  private static ProcessInstance start(String key, Resource process) {
    deploy(named("shop", process));
    return engine.start(key);
  }

  /** Every table of the engine that has rows, but for those that always have some. */
  private static List<String> tablesWithRows() {
    return Rows.strings(
            engine.database(),
            """
            select lower(t.table_name)
              from information_schema.tables t
             where lower(t.table_schema) = 'public'
               and lower(t.table_name) not in ('engine_lock', 'history_cleanup', 'outwork_schema_history')
            """)
        .stream()
        .filter(table -> Rows.count(engine.database(), "select count(*) from " + table) > 0)
        .toList();
  }
}
