package dev.outwork.engine.deployment;

import static dev.outwork.engine.deployment.Documents.changedOnly;
import static dev.outwork.engine.deployment.Documents.named;
import static dev.outwork.engine.deployment.Documents.ofTenant;
import static dev.outwork.engine.deployment.Documents.process;
import static dev.outwork.engine.deployment.Documents.resource;
import static dev.outwork.engine.deployment.Documents.unlessSame;
import static dev.outwork.engine.deployment.Documents.withSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as deployed already (docs/rest-api.md, "Deployments"). */
class DuplicateFilteringTest extends SharedEngineTest {
  private static final String PROCESS_APPLICATION = "process application";

  private static final Resource BILL = process("bill", "one");
  private static final Resource NEW_BILL = process("bill", "two");
  private static final Resource SHIP = process("ship", "one");

  @AfterEach
  void deleteAllDeployments() {
    engine
        .repository()
        .deployments(ListQuery.all())
        .forEach(deployment -> engine.repository().deleteDeployment(deployment.id(), true));
  }

  @Test
  void the_same_is_deployed_again_if_nobody_asks_to_filter() {
    deploy(named("shop", BILL));

    DeploymentWithDefinitions again = deploy(named("shop", BILL));

    assertThat(versions(again)).containsExactly("bill 2");
  }

  @Test
  void what_is_unchanged_is_not_deployed_and_the_earlier_deployment_is_returned() {
    DeploymentWithDefinitions first = deploy(named("shop", BILL, SHIP));
    engine.clock().advance(Duration.ofHours(1));

    DeploymentWithDefinitions again = deploy(unlessSame(named("shop", BILL, SHIP)));

    assertThat(again.deployment()).isEqualTo(first.deployment());
    assertThat(again.deployedProcessDefinitions()).isEmpty();
    assertThat(engine.repository().countDeployments(ListQuery.all())).isEqualTo(1);
  }

  @Test
  void everything_is_deployed_if_one_resource_has_changed() {
    deploy(named("shop", BILL, SHIP));

    DeploymentWithDefinitions changed = deploy(unlessSame(named("shop", NEW_BILL, SHIP)));

    assertThat(versions(changed)).containsExactlyInAnyOrder("bill 2", "ship 2");
    assertThat(resourceNames(changed)).containsExactly("bill.bpmn", "ship.bpmn");
  }

  @Test
  void everything_is_deployed_if_a_resource_is_new() {
    deploy(named("shop", BILL));

    DeploymentWithDefinitions more = deploy(unlessSame(named("shop", BILL, SHIP)));

    assertThat(versions(more)).containsExactlyInAnyOrder("bill 2", "ship 1");
  }

  @Test
  void only_what_has_changed_is_deployed_if_that_is_asked_for() {
    deploy(named("shop", BILL, SHIP));

    DeploymentWithDefinitions changed = deploy(changedOnly(named("shop", NEW_BILL, SHIP)));

    assertThat(versions(changed)).containsExactly("bill 2");
    assertThat(resourceNames(changed)).containsExactly("bill.bpmn");
  }

  @Test
  void asking_for_changes_only_deploys_nothing_if_there_are_none() {
    DeploymentWithDefinitions first = deploy(named("shop", BILL));

    DeploymentWithDefinitions again = deploy(changedOnly(named("shop", BILL)));

    assertThat(again.deployment()).isEqualTo(first.deployment());
    assertThat(again.deployedProcessDefinitions()).isEmpty();
  }

  @Test
  void what_was_deployed_in_parts_is_found_part_by_part() {
    deploy(named("shop", BILL, SHIP));
    DeploymentWithDefinitions second = deploy(changedOnly(named("shop", NEW_BILL, SHIP)));

    DeploymentWithDefinitions again = deploy(unlessSame(named("shop", NEW_BILL, SHIP)));

    assertThat(again.deployment()).isEqualTo(second.deployment());
    assertThat(again.deployedProcessDefinitions()).isEmpty();
  }

  @Test
  void going_back_to_an_older_document_is_a_change() {
    deploy(named("shop", BILL));
    deploy(named("shop", NEW_BILL));

    DeploymentWithDefinitions back = deploy(unlessSame(named("shop", BILL)));

    assertThat(versions(back)).containsExactly("bill 3");
  }

  @Test
  void the_newest_is_told_by_the_time_of_deployment_and_not_by_the_order_of_ids() {
    deploy(named("shop", BILL));
    engine.clock().advance(Duration.ofHours(-1));
    deploy(named("shop", NEW_BILL));
    engine.clock().advance(Duration.ofHours(2));

    DeploymentWithDefinitions same = deploy(unlessSame(named("shop", BILL)));

    assertThat(same.deployedProcessDefinitions()).isEmpty();
  }

  @Test
  void a_file_that_is_no_process_counts_as_well() {
    deploy(named("shop", BILL, resource("notes.txt", "one")));

    DeploymentWithDefinitions changed =
        deploy(changedOnly(named("shop", BILL, resource("notes.txt", "two"))));

    assertThat(resourceNames(changed)).containsExactly("notes.txt");
    assertThat(changed.deployedProcessDefinitions()).isEmpty();
  }

  @Test
  void another_name_source_or_tenant_is_another_origin() {
    deploy(withSource("git", ofTenant("acme", named("shop", BILL))));

    DeploymentRequest otherName = withSource("git", ofTenant("acme", named("store", BILL)));
    DeploymentRequest otherSource = withSource("svn", ofTenant("acme", named("shop", BILL)));
    DeploymentRequest otherTenant = withSource("git", ofTenant("apex", named("shop", BILL)));
    DeploymentRequest noTenant = withSource("git", named("shop", BILL));

    assertThat(versions(deploy(unlessSame(otherName)))).containsExactly("bill 2");
    assertThat(versions(deploy(unlessSame(otherSource)))).containsExactly("bill 3");
    assertThat(versions(deploy(unlessSame(otherTenant)))).containsExactly("bill 1");
    assertThat(versions(deploy(unlessSame(noTenant)))).containsExactly("bill 1");
  }

  @Test
  void a_duplicate_is_looked_up_by_name_source_and_tenant() {
    DeploymentWithDefinitions ours = deploy(ofTenant("acme", named("shop", BILL)));
    deploy(ofTenant("apex", named("shop", BILL)));
    deploy(withSource("git", ofTenant("acme", named("shop", BILL))));

    DeploymentWithDefinitions again = deploy(unlessSame(ofTenant("acme", named("shop", BILL))));

    assertThat(again.deployment()).isEqualTo(ours.deployment());
  }

  @Test
  void deployments_without_a_name_are_of_one_origin() {
    DeploymentWithDefinitions first = deploy(named(null, BILL));

    DeploymentWithDefinitions again = deploy(unlessSame(named(null, BILL)));

    assertThat(again.deployment()).isEqualTo(first.deployment());
  }

  @ParameterizedTest
  @CsvSource({
    "," + PROCESS_APPLICATION,
    PROCESS_APPLICATION + ",",
    "''," + PROCESS_APPLICATION,
    "'',"
  })
  void no_source_is_the_same_as_that_of_a_process_application(String source, String again) {
    deploy(withSource(source, named("shop", BILL)));

    DeploymentWithDefinitions same = deploy(unlessSame(withSource(again, named("shop", BILL))));

    assertThat(same.deployedProcessDefinitions()).isEmpty();
  }

  @Test
  void what_was_deleted_is_deployed_again() {
    DeploymentWithDefinitions first = deploy(named("shop", BILL));
    engine.repository().deleteDeployment(first.deployment().id(), false);

    DeploymentWithDefinitions again = deploy(unlessSame(named("shop", BILL)));

    assertThat(again.deployedProcessDefinitions()).hasSize(1);
  }

  private static DeploymentWithDefinitions deploy(DeploymentRequest request) {
    return engine.repository().createDeployment(request);
  }

  private static List<String> versions(DeploymentWithDefinitions deployment) {
    return deployment.deployedProcessDefinitions().stream()
        .map((ProcessDefinition definition) -> definition.key() + " " + definition.version())
        .toList();
  }

  private static List<String> resourceNames(DeploymentWithDefinitions deployment) {
    return engine.repository().deploymentResources(deployment.deployment().id()).stream()
        .map(DeploymentResource::name)
        .toList();
  }
}
