package dev.outwork.engine.deployment;

import static dev.outwork.engine.deployment.Documents.named;
import static dev.outwork.engine.deployment.Documents.ofTenant;
import static dev.outwork.engine.deployment.Documents.process;
import static dev.outwork.engine.deployment.Documents.processOfCategory;
import static dev.outwork.engine.deployment.Documents.withSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lists of deployments and definitions (docs/rest-api.md, "Lists", "Deployments" and "Process
 * definitions"). The tests read the same three deployments, made an hour apart:
 *
 * <pre>
 * alpha, source git, no tenant:  bill 1 ("Bill", tag v1) and ship 1 ("Ship")
 * beta, no source, tenant acme:  bill 1 ("Pay", not startable in a task list)
 * gamma, no source, no tenant:   bill 2 ("New", tag v2, category http://other)
 * </pre>
 */
class DeploymentListsTest extends SharedEngineTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private static Deployment alpha;
  private static Deployment beta;
  private static Deployment gamma;
  private static List<ProcessDefinition> definitions;

  @BeforeParameterizedClassInvocation
  static void deployThree(TestDatabase database) {
    definitions = new ArrayList<>();
    alpha =
        deploy(
            withSource(
                "git",
                named(
                    "alpha",
                    process("bill", "", "name=\"Bill\" camunda:versionTag=\"v1\""),
                    process(
                        "ship",
                        "",
                        "name=\"Ship\" camunda:candidateStarterUsers=\"mary, joe\" camunda:candidateStarterGroups=\"sales\""))));
    beta =
        deploy(
            ofTenant(
                "acme",
                named(
                    "beta",
                    process("bill", "", "name=\"Pay\" camunda:isStartableInTasklist=\"false\""))));
    gamma =
        deploy(
            named(
                "gamma",
                processOfCategory(
                    "http://other", "bill", "name=\"New\" camunda:versionTag=\"v2\"")));
  }

  private static Deployment deploy(DeploymentRequest request) {
    engine.clock().advance(AN_HOUR);
    DeploymentWithDefinitions deployed = engine.repository().createDeployment(request);
    definitions.addAll(deployed.deployedProcessDefinitions());
    return deployed.deployment();
  }

  @Test
  void deployments_are_listed_and_counted_by_each_filter() {
    assertDeployments(DeploymentFilter.ID, beta.id(), beta);
    assertDeployments(DeploymentFilter.NAME, "gamma", gamma);
    assertDeployments(DeploymentFilter.NAME_LIKE, "%a%mm%", gamma);
    assertDeployments(DeploymentFilter.NAME_LIKE, "alph", new Deployment[0]);
    assertDeployments(DeploymentFilter.SOURCE, "git", alpha);
    assertDeployments(DeploymentFilter.WITHOUT_SOURCE, true, beta, gamma);
    assertDeployments(DeploymentFilter.BEFORE, beta.deploymentTime(), alpha);
    assertDeployments(DeploymentFilter.AFTER, beta.deploymentTime(), gamma);
    assertDeployments(DeploymentFilter.TENANT_ID_IN, List.of("acme", "apex"), beta);
    assertDeployments(DeploymentFilter.WITHOUT_TENANT_ID, true, alpha, gamma);
  }

  private static void assertDeployments(
      DeploymentFilter filter, Object value, Deployment... expected) {
    ListQuery<DeploymentFilter, DeploymentSort> query =
        ListQuery.<DeploymentFilter, DeploymentSort>all().with(filter, value);
    assertThat(engine.repository().deployments(query)).as(filter.name()).containsExactly(expected);
    assertThat(engine.repository().countDeployments(query))
        .as(filter.name())
        .isEqualTo(expected.length);
  }

  @Test
  void deployments_of_tenants_can_be_listed_together_with_those_of_none() {
    ListQuery<DeploymentFilter, DeploymentSort> query = ListQuery.all();

    assertThat(
            engine
                .repository()
                .deployments(
                    query
                        .with(DeploymentFilter.TENANT_ID_IN, List.of("acme"))
                        .with(DeploymentFilter.INCLUDE_WITHOUT_TENANT_ID, true)))
        .containsExactly(alpha, beta, gamma);
  }

  @Test
  void all_conditions_on_deployments_must_hold() {
    ListQuery<DeploymentFilter, DeploymentSort> query = ListQuery.all();

    assertThat(
            engine
                .repository()
                .deployments(
                    query
                        .with(DeploymentFilter.WITHOUT_SOURCE, true)
                        .with(DeploymentFilter.WITHOUT_TENANT_ID, true)))
        .containsExactly(gamma);
  }

  @Test
  void a_flag_that_is_false_and_a_list_that_is_empty_restrict_nothing() {
    ListQuery<DeploymentFilter, DeploymentSort> query = ListQuery.all();

    assertThat(
            engine
                .repository()
                .deployments(
                    query
                        .with(DeploymentFilter.WITHOUT_SOURCE, false)
                        .with(DeploymentFilter.TENANT_ID_IN, List.of())))
        .containsExactly(alpha, beta, gamma);
  }

  @ParameterizedTest
  @EnumSource(
      value = DeploymentSort.class,
      names = {"ID", "NAME", "DEPLOYMENT_TIME"})
  void deployments_are_sorted_both_ways(DeploymentSort key) {
    ListQuery<DeploymentFilter, DeploymentSort> query = ListQuery.all();

    assertThat(engine.repository().deployments(query.orderBy(key, true)))
        .containsExactly(alpha, beta, gamma);
    assertThat(engine.repository().deployments(query.orderBy(key, false)))
        .containsExactly(gamma, beta, alpha);
  }

  // Where those of no tenant go is the database's choice, but it is one end or the other.
  @Test
  void deployments_of_tenants_are_sorted_apart_from_those_of_none() {
    ListQuery<DeploymentFilter, DeploymentSort> query = ListQuery.all();

    List<Deployment> up =
        engine.repository().deployments(query.orderBy(DeploymentSort.TENANT_ID, true));
    List<Deployment> down =
        engine.repository().deployments(query.orderBy(DeploymentSort.TENANT_ID, false));

    assertThat(List.of(up.indexOf(beta), down.indexOf(beta))).containsExactlyInAnyOrder(0, 2);
    assertThat(up).containsSubsequence(alpha, gamma);
    assertThat(down).containsSubsequence(alpha, gamma);
  }

  @Test
  void a_list_is_read_page_by_page() {
    ListQuery<DeploymentFilter, DeploymentSort> query = ListQuery.all();

    assertThat(engine.repository().deployments(query.page(1, 1))).containsExactly(beta);
    assertThat(engine.repository().deployments(query.page(2, 5))).containsExactly(gamma);
    assertThat(engine.repository().deployments(query.page(3, 5))).isEmpty();
    assertThat(engine.repository().countDeployments(query.page(1, 1))).isEqualTo(3);
  }

  @Test
  void definitions_are_listed_and_counted_by_each_filter() {
    ProcessDefinition bill = definitions.get(0);
    ProcessDefinition ship = definitions.get(1);
    ProcessDefinition ofAcme = definitions.get(2);
    ProcessDefinition newBill = definitions.get(3);
    Instant second = beta.deploymentTime();

    assertDefinitions(ProcessDefinitionFilter.PROCESS_DEFINITION_ID, ship.id(), ship);
    assertDefinitions(
        ProcessDefinitionFilter.PROCESS_DEFINITION_ID_IN,
        List.of(ship.id(), bill.id(), "no-such-id"),
        bill,
        ship);
    assertDefinitions(ProcessDefinitionFilter.CATEGORY, "http://other", newBill);
    assertDefinitions(ProcessDefinitionFilter.CATEGORY_LIKE, "%test", bill, ship, ofAcme);
    assertDefinitions(ProcessDefinitionFilter.NAME, "Ship", ship);
    assertDefinitions(ProcessDefinitionFilter.NAME_LIKE, "%a%", ofAcme);
    assertDefinitions(ProcessDefinitionFilter.DEPLOYMENT_ID, alpha.id(), bill, ship);
    assertDefinitions(ProcessDefinitionFilter.DEPLOYED_AFTER, second, newBill);
    assertDefinitions(ProcessDefinitionFilter.DEPLOYED_AT, second, ofAcme);
    assertDefinitions(ProcessDefinitionFilter.KEY, "ship", ship);
    assertDefinitions(ProcessDefinitionFilter.KEYS_IN, List.of("ship", "shop"), ship);
    assertDefinitions(ProcessDefinitionFilter.KEY_LIKE, "b%", bill, ofAcme, newBill);
    assertDefinitions(ProcessDefinitionFilter.VERSION, 2, newBill);
    assertDefinitions(ProcessDefinitionFilter.LATEST_VERSION, true, ship, ofAcme, newBill);
    assertDefinitions(ProcessDefinitionFilter.RESOURCE_NAME, "ship.bpmn", ship);
    assertDefinitions(ProcessDefinitionFilter.RESOURCE_NAME_LIKE, "bill%", bill, ofAcme, newBill);
    assertDefinitions(ProcessDefinitionFilter.ACTIVE, true, bill, ship, ofAcme, newBill);
    assertDefinitions(ProcessDefinitionFilter.SUSPENDED, true);
    assertDefinitions(ProcessDefinitionFilter.TENANT_ID_IN, List.of("acme"), ofAcme);
    assertDefinitions(ProcessDefinitionFilter.WITHOUT_TENANT_ID, true, bill, ship, newBill);
    assertDefinitions(ProcessDefinitionFilter.VERSION_TAG, "v1", bill);
    assertDefinitions(ProcessDefinitionFilter.VERSION_TAG_LIKE, "v%", bill, newBill);
    assertDefinitions(ProcessDefinitionFilter.WITHOUT_VERSION_TAG, true, ship, ofAcme);
    assertDefinitions(ProcessDefinitionFilter.STARTABLE_IN_TASKLIST, true, bill, ship, newBill);
    assertDefinitions(ProcessDefinitionFilter.NOT_STARTABLE_IN_TASKLIST, true, ofAcme);
    assertDefinitions(ProcessDefinitionFilter.STARTABLE_BY, "mary", ship);
    assertDefinitions(ProcessDefinitionFilter.STARTABLE_BY, "sales");
    assertDefinitions(
        ProcessDefinitionFilter.STARTABLE_PERMISSION_CHECK, true, bill, ship, ofAcme, newBill);
  }

  @Test
  void definitions_are_listed_by_the_open_incidents_of_their_instances() {
    ProcessDefinition ship = definitions.get(1);
    engine.runtime().startProcessInstance(ship.id(), null, Map.of());
    alice.fails(alice.fetchesOne("work"), 0, Duration.ZERO);
    String incident = engine.incidents().incidents(ListQuery.all()).get(0).id();

    assertDefinitions(ProcessDefinitionFilter.INCIDENT_ID, incident, ship);
    assertDefinitions(ProcessDefinitionFilter.INCIDENT_TYPE, "failedExternalTask", ship);
    assertDefinitions(ProcessDefinitionFilter.INCIDENT_TYPE, "failedJob");
    assertDefinitions(ProcessDefinitionFilter.INCIDENT_MESSAGE, "it did not work", ship);
    assertDefinitions(ProcessDefinitionFilter.INCIDENT_MESSAGE_LIKE, "%not%", ship);

    engine.externalTasks().setRetries(taskOfIncident(incident), 1);
    assertDefinitions(ProcessDefinitionFilter.INCIDENT_ID, incident);
  }

  private static String taskOfIncident(String incidentId) {
    return engine.incidents().incident(incidentId).orElseThrow().configuration();
  }

  private static void assertDefinitions(
      ProcessDefinitionFilter filter, Object value, ProcessDefinition... expected) {
    ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query =
        ListQuery.<ProcessDefinitionFilter, ProcessDefinitionSort>all().with(filter, value);
    assertThat(engine.repository().processDefinitions(query))
        .as(filter.name())
        .containsExactlyInAnyOrder(expected);
    assertThat(engine.repository().countProcessDefinitions(query))
        .as(filter.name())
        .isEqualTo(expected.length);
  }

  @Test
  void the_latest_version_is_that_of_each_tenant_whatever_else_is_asked_for() {
    ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> latest =
        ListQuery.<ProcessDefinitionFilter, ProcessDefinitionSort>all()
            .with(ProcessDefinitionFilter.LATEST_VERSION, true);

    assertThat(
            engine
                .repository()
                .processDefinitions(
                    latest
                        .with(ProcessDefinitionFilter.KEY, "bill")
                        .with(ProcessDefinitionFilter.TENANT_ID_IN, List.of("acme"))
                        .with(
                            ProcessDefinitionFilter.INCLUDE_PROCESS_DEFINITIONS_WITHOUT_TENANT_ID,
                            true)))
        .containsExactlyInAnyOrder(definitions.get(2), definitions.get(3));
    assertThat(
            engine
                .repository()
                .processDefinitions(latest.with(ProcessDefinitionFilter.VERSION_TAG, "v1")))
        .isEmpty();
  }

  // What is equal by the key comes by id, oldest first.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CATEGORY      | bill 2, bill 1, acme bill 1, ship 1 | bill 1, acme bill 1, ship 1, bill 2",
        "KEY           | bill 1, acme bill 1, bill 2, ship 1 | ship 1, bill 1, acme bill 1, bill 2",
        "ID            | bill 1, acme bill 1, bill 2, ship 1 | ship 1, bill 2, acme bill 1, bill 1",
        "NAME          | bill 1, bill 2, acme bill 1, ship 1 | ship 1, acme bill 1, bill 2, bill 1",
        "VERSION       | bill 1, acme bill 1, ship 1, bill 2 | bill 2, bill 1, acme bill 1, ship 1",
        "DEPLOYMENT_ID | bill 1, ship 1, acme bill 1, bill 2 | bill 2, acme bill 1, bill 1, ship 1",
        "DEPLOY_TIME   | bill 1, ship 1, acme bill 1, bill 2 | bill 2, acme bill 1, bill 1, ship 1"
      })
  void definitions_are_sorted_both_ways(ProcessDefinitionSort key, String up, String down) {
    assertThat(String.join(", ", sorted(ListQuery.all(), key, true))).isEqualTo(up);
    assertThat(String.join(", ", sorted(ListQuery.all(), key, false))).isEqualTo(down);
  }

  @Test
  void definitions_are_sorted_by_version_tag_both_ways() {
    ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> tagged =
        ListQuery.<ProcessDefinitionFilter, ProcessDefinitionSort>all()
            .with(ProcessDefinitionFilter.VERSION_TAG_LIKE, "v%");

    assertThat(sorted(tagged, ProcessDefinitionSort.VERSION_TAG, true))
        .containsExactly("bill 1", "bill 2");
    assertThat(sorted(tagged, ProcessDefinitionSort.VERSION_TAG, false))
        .containsExactly("bill 2", "bill 1");
  }

  @Test
  void definitions_of_tenants_are_sorted_apart_from_those_of_none() {
    List<String> up = sorted(ListQuery.all(), ProcessDefinitionSort.TENANT_ID, true);
    List<String> down = sorted(ListQuery.all(), ProcessDefinitionSort.TENANT_ID, false);

    assertThat(List.of(up.indexOf("acme bill 1"), down.indexOf("acme bill 1")))
        .containsExactlyInAnyOrder(0, 3);
  }

  @Test
  void the_first_sort_key_ranks_before_the_second() {
    ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> byVersion =
        ListQuery.<ProcessDefinitionFilter, ProcessDefinitionSort>all()
            .orderBy(ProcessDefinitionSort.VERSION, false);

    assertThat(sorted(byVersion, ProcessDefinitionSort.NAME, false))
        .containsExactly("bill 2", "ship 1", "acme bill 1", "bill 1");
  }

  private static List<String> sorted(
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query,
      ProcessDefinitionSort key,
      boolean ascending) {
    return engine.repository().processDefinitions(query.orderBy(key, ascending)).stream()
        .map(
            definition ->
                (definition.tenantId() == null ? "" : definition.tenantId() + " ")
                    + definition.key()
                    + " "
                    + definition.version())
        .toList();
  }
}
