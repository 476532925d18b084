package dev.outwork.engine.deployment;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What callers may do with definitions, deployments and incidents once there are grants. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DefinitionRightsTest {
  private static final List<String> GRANTS =
      List.of(
          "user starter: operate on process payment",
          "user reader: read on process payment",
          "user stranger: read, operate on process shipment",
          "user builder: deploy in tenant acme",
          "user boss: read on process caller",
          "user boss: read on process payment",
          "user root: everything");

  @TempDir static Path folder;
  private static TestEngine engine;
  private static String definitionId;
  private static String incidentId;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(database);
    definitionId = as("root", () -> engine.deploy(process("payment")).id());
    as("root", () -> engine.deploy(process("shipment")));
    incidentId = as("root", DefinitionRightsTest::incidentOfPayment);
  }

  private static String incidentOfPayment() {
    ProcessInstance instance = engine.start("payment");
    String execution =
        engine
            .runtime()
            .activityInstances(instance.id())
            .childActivityInstances()
            .get(0)
            .executionIds()
            .get(0);
    return engine.runtime().createIncident(execution, "lost", null, null).id();
  }

  /** start --> wait (user) --> end. */
  private static BpmnModelInstance process(String key) {
    return Bpmn.createExecutableProcess(key).startEvent().userTask("wait").endEvent().done();
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  @Test
  void a_definition_that_one_may_not_see_is_one_that_does_not_exist() {
    List<Consumer<String>> verbs =
        List.of(
            id -> repository().deleteProcessDefinition(id, true),
            id -> repository().setProcessDefinitionSuspended(id, true, true, null),
            id -> repository().updateProcessDefinitionHistoryTimeToLive(id, 5),
            id -> repository().topics(id),
            id -> repository().staticCalledProcessDefinitions(id));
    List<Consumer<String>> verbsOnKeys =
        List.of(
            key -> repository().deleteProcessDefinitions(key, true),
            key -> repository().deleteProcessDefinitions(key, null, true),
            key -> repository().setProcessDefinitionsSuspended(key, true, true, null));

    verbs.forEach(verb -> assertLikeMissing(definitionId, verb));
    verbsOnKeys.forEach(verb -> assertLikeMissing("payment", verb));
    assertThat(as("stranger", () -> repository().processDefinition(definitionId))).isEmpty();
    assertThat(as("stranger", () -> repository().latestProcessDefinition("payment", null)))
        .isEmpty();
    assertThat(as("stranger", () -> repository().processModel(definitionId))).isEmpty();
    assertThat(as("starter", () -> repository().latestProcessDefinition("payment", null)))
        .isPresent();
  }

  @Test
  void a_definition_that_one_may_only_see_is_refused() {
    List<Supplier<Throwable>> refusals =
        List.of(
            () -> catchThrowable(() -> repository().deleteProcessDefinition(definitionId, true)),
            () -> catchThrowable(() -> repository().deleteProcessDefinitions("payment", true)),
            () ->
                catchThrowable(
                    () ->
                        repository()
                            .setProcessDefinitionSuspended(definitionId, true, true, null)));

    for (Supplier<Throwable> refusal : refusals) {
      assertThat(as("reader", refusal)).isExactlyInstanceOf(AuthorizationException.class);
    }
    assertThat(as("reader", () -> repository().processModel(definitionId))).isPresent();
  }

  @Test
  void lists_have_the_definitions_and_incidents_that_one_may_read() {
    assertThat(as("reader", DefinitionRightsTest::keys)).containsExactly("payment");
    assertThat(as("stranger", DefinitionRightsTest::keys)).containsExactly("shipment");
    assertThat(as("builder", DefinitionRightsTest::keys)).isEmpty();
    assertThat(as("reader", DefinitionRightsTest::incidents)).containsExactly(incidentId);
    assertThat(as("stranger", DefinitionRightsTest::incidents)).isEmpty();
  }

  private static List<String> keys() {
    List<ProcessDefinition> found = repository().processDefinitions(ListQuery.all());
    assertThat(repository().countProcessDefinitions(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(ProcessDefinition::key).toList();
  }

  private static List<String> incidents() {
    List<Incident> found = engine.incidents().incidents(ListQuery.all());
    assertThat(engine.incidents().countIncidents(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(Incident::id).toList();
  }

  @Test
  void an_incident_that_one_may_not_see_is_one_that_does_not_exist() {
    IncidentService service = engine.incidents();

    assertThat(as("stranger", () -> service.incident(incidentId))).isEmpty();
    assertThat(as("reader", () -> service.incident(incidentId))).isPresent();
    assertLikeMissing(incidentId, service::resolveIncident);
    assertLikeMissing(incidentId, id -> service.setAnnotation(id, "seen"));
    assertLikeMissing(incidentId, service::clearAnnotation);
    assertThat(as("reader", () -> catchThrowable(() -> service.resolveIncident(incidentId))))
        .isExactlyInstanceOf(AuthorizationException.class);
    assertThat(as("reader", () -> catchThrowable(() -> service.setAnnotation(incidentId, "seen"))))
        .isExactlyInstanceOf(AuthorizationException.class);
  }

  private static void assertLikeMissing(String id, Consumer<String> verb) {
    assertLikeMissing("stranger", id, verb);
  }

  private static void assertLikeMissing(String user, String id, Consumer<String> verb) {
    Throwable refusal = as(user, () -> catchThrowable(() -> verb.accept(id)));
    Throwable missing = as(user, () -> catchThrowable(() -> verb.accept("missing")));

    assertThat(refusal)
        .isNotNull()
        .hasSameClassAs(missing)
        .hasMessage(missing.getMessage().replace("missing", id));
  }

  @Test
  void who_may_deploy_in_a_tenant_deploys_there_only() {
    String inAcme = as("builder", () -> deploy("acme"));

    assertDeployRefused("in tenant 'other'", () -> deploy("other"));
    assertDeployRefused("without a tenant", () -> deploy(null));
    String elsewhere = as("root", () -> deploy("other"));
    assertLikeMissing(
        "builder", elsewhere, id -> repository().redeploy(id, null, List.of(), List.of()));
    assertLikeMissing("builder", elsewhere, id -> repository().deleteDeployment(id, true));

    as(
        "builder",
        () -> {
          repository().deleteDeployment(inAcme, true);
          return null;
        });
    assertThat(as("root", () -> repository().deployment(inAcme))).isEmpty();
    assertThat(as("root", () -> repository().deployment(elsewhere))).isPresent();
  }

  @Test
  void a_deployment_is_seen_with_the_files_that_one_may_read_and_by_whoever_may_deploy_there() {
    String both = as("root", () -> deploy("acme", "payment", "shipment"));
    String other = as("root", () -> deploy("acme", "shipment"));

    assertThat(as("builder", DefinitionRightsTest::deployments)).contains(both, other);
    assertThat(as("builder", () -> files(both)))
        .containsExactly("payment.bpmn", "picture.png", "shipment.bpmn");
    assertThat(as("reader", DefinitionRightsTest::deployments))
        .contains(both)
        .doesNotContain(other);
    assertThat(as("reader", () -> files(both))).containsExactly("payment.bpmn");
    assertThat(as("reader", () -> files(other))).isEmpty();
    String hidden = as("root", () -> repository().deploymentResources(other).get(0).id());
    assertThat(as("reader", () -> repository().deploymentResource(other, hidden))).isEmpty();
    assertThat(as("reader", () -> repository().deployment(both))).isPresent();
    assertThat(as("reader", () -> repository().deployment(other))).isEmpty();
    assertThat(deployments()).isEmpty();
    assertLikeMissing("reader", other, id -> repository().deleteDeployment(id, true));
    assertThat(as("reader", () -> catchThrowable(() -> repository().deleteDeployment(both, true))))
        .isExactlyInstanceOf(AuthorizationException.class);

    as(
        "root",
        () -> {
          List.of(both, other).forEach(id -> repository().deleteDeployment(id, true));
          return null;
        });
  }

  private static List<String> deployments() {
    List<Deployment> found = repository().deployments(ListQuery.all());
    assertThat(repository().countDeployments(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(Deployment::id).toList();
  }

  /** The names of the files of a deployment whose content one gets, too. */
  private static List<String> files(String deploymentId) {
    return repository().deploymentResources(deploymentId).stream()
        .filter(file -> repository().deploymentResource(deploymentId, file.id()).isPresent())
        .map(DeploymentResource::name)
        .toList();
  }

  @Test
  void statistics_are_those_of_the_processes_that_one_may_read() {
    StatisticsRequest request = new StatisticsRequest(true, StatisticsRequest.Incidents.ALL, null);

    assertThat(as("reader", () -> engine.management().processDefinitionStatistics(request)))
        .extracting(statistics -> statistics.definition().key())
        .containsOnly("payment");
    assertThat(as("reader", () -> engine.management().activityStatistics(definitionId, request)))
        .isNotEmpty();
    assertLikeMissing(definitionId, id -> engine.management().activityStatistics(id, request));
  }

  @Test
  void a_called_process_that_one_may_not_see_is_left_out() {
    as("root", () -> engine.deploy(caller()));

    assertThat(as("boss", DefinitionRightsTest::called)).containsExactly("payment");
    assertThat(as("root", DefinitionRightsTest::called)).containsExactly("payment", "shipment");
  }

  /** start --> pay (call) --> ship (call) --> end. */
  private static BpmnModelInstance caller() {
    return Bpmn.createExecutableProcess("caller")
        .startEvent()
        .callActivity("pay")
        .calledElement("payment")
        .callActivity("ship")
        .calledElement("shipment")
        .endEvent()
        .done();
  }

  private static List<String> called() {
    String id = repository().latestProcessDefinition("caller", null).orElseThrow().id();
    return repository().staticCalledProcessDefinitions(id).stream()
        .map(called -> called.definition().key())
        .toList();
  }

  private static void assertDeployRefused(String where, Supplier<?> deployment) {
    assertThat(as("builder", () -> catchThrowable(deployment::get)))
        .isExactlyInstanceOf(AuthorizationException.class)
        .hasMessage("The caller may not deploy %s", where);
  }

  private static String deploy(String tenantId) {
    return deploy(tenantId, "packing");
  }

  private static String deploy(String tenantId, String... keys) {
    List<Resource> files = new ArrayList<>();
    for (String key : keys) {
      byte[] model = Bpmn.convertToString(process(key)).getBytes(StandardCharsets.UTF_8);
      files.add(new Resource(key + ".bpmn", model));
    }
    files.add(new Resource("picture.png", new byte[] {1}));
    return repository()
        .createDeployment(new DeploymentRequest("processes", null, tenantId, false, false, files))
        .deployment()
        .id();
  }

  private static RepositoryService repository() {
    return engine.repository();
  }
}
