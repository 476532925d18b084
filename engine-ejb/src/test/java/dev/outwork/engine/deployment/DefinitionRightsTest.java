package dev.outwork.engine.deployment;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Throwable refusal = as("stranger", () -> catchThrowable(() -> verb.accept(id)));
    Throwable missing = as("stranger", () -> catchThrowable(() -> verb.accept("missing")));

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
    assertDeployRefused(
        "in tenant 'other'", () -> repository().redeploy(elsewhere, null, List.of(), List.of()));
    assertDeployRefused(
        "in tenant 'other'",
        () -> {
          repository().deleteDeployment(elsewhere, true);
          return null;
        });

    as(
        "builder",
        () -> {
          repository().deleteDeployment(inAcme, true);
          return null;
        });
    assertThat(repository().deployment(inAcme)).isEmpty();
    assertThat(repository().deployment(elsewhere)).isPresent();
  }

  private static void assertDeployRefused(String where, Supplier<?> deployment) {
    assertThat(as("builder", () -> catchThrowable(deployment::get)))
        .isExactlyInstanceOf(AuthorizationException.class)
        .hasMessage("The caller may not deploy %s", where);
  }

  private static String deploy(String tenantId) {
    byte[] model = Bpmn.convertToString(process("packing")).getBytes(StandardCharsets.UTF_8);
    return repository()
        .createDeployment(
            new DeploymentRequest(
                "packing",
                null,
                tenantId,
                false,
                false,
                List.of(new Resource("packing.bpmn", model))))
        .deployment()
        .id();
  }

  private static RepositoryService repository() {
    return engine.repository();
  }
}
