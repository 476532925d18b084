package dev.outwork.engine.deployment;

import static dev.outwork.engine.deployment.Documents.named;
import static dev.outwork.engine.deployment.Documents.ofTenant;
import static dev.outwork.engine.deployment.Documents.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of an earlier deployment are deployed once more (docs/rest-api.md, "Deployments"). */
class RedeploymentTest extends SharedEngineTest {
  private Deployment first;

  @BeforeEach
  void deployTwoFiles() {
    first =
        engine
            .repository()
            .createDeployment(
                ofTenant("acme", named("first", process("bill", ""), process("ship", ""))))
            .deployment();
  }

  @Test
  void all_files_become_new_versions_though_nothing_has_changed() {
    int before = version("bill");

    DeploymentWithDefinitions again =
        engine.repository().redeploy(first.id(), "archive", List.of(), List.of());

    assertThat(again.deployment().id()).isNotEqualTo(first.id());
    assertThat(again.deployment())
        .extracting(Deployment::name, Deployment::source, Deployment::tenantId)
        .containsExactly("first", "archive", "acme");
    assertThat(again.deployedProcessDefinitions())
        .extracting(ProcessDefinition::key)
        .containsExactlyInAnyOrder("bill", "ship");
    assertThat(version("bill")).isEqualTo(before + 1);
  }

  @Test
  void files_are_chosen_by_id_and_by_name_each_once() {
    String bill =
        engine.repository().deploymentResources(first.id()).stream()
            .filter(file -> file.name().equals("bill.bpmn"))
            .map(DeploymentResource::id)
            .findFirst()
            .orElseThrow();

    assertThat(keys(List.of(bill), List.of())).containsExactly("bill");
    assertThat(keys(List.of(), List.of("ship.bpmn"))).containsExactly("ship");
    assertThat(keys(List.of(bill), List.of("bill.bpmn", "ship.bpmn")))
        .containsExactlyInAnyOrder("bill", "ship");
  }

  private List<String> keys(List<String> ids, List<String> names) {
    return engine
        .repository()
        .redeploy(first.id(), null, ids, names)
        .deployedProcessDefinitions()
        .stream()
        .map(ProcessDefinition::key)
        .toList();
  }

  @Test
  void what_is_not_there_is_refused_and_nothing_is_deployed() {
    int before = version("bill");

    assertThatThrownBy(() -> engine.repository().redeploy("unknown", null, List.of(), List.of()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> engine.repository().redeploy(first.id(), null, List.of("unknown"), List.of()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("unknown");
    assertThatThrownBy(() -> keys(List.of(), List.of("bill.bpmn", "unknown")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> keys(Arrays.asList((String) null), List.of()))
        .isInstanceOf(NotValidException.class);

    assertThat(version("bill")).isEqualTo(before);
  }

  private static int version(String key) {
    return engine.repository().latestProcessDefinition(key, "acme").orElseThrow().version();
  }
}
