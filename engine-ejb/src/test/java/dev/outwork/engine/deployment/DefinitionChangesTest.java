package dev.outwork.engine.deployment;

import static dev.outwork.engine.deployment.Documents.named;
import static dev.outwork.engine.deployment.Documents.ofTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;

/**
 * Definitions change, and go one by one or by their key (docs/rest-api.md, "Process definitions").
 */
class DefinitionChangesTest extends SharedEngineTest {
  /** begin (message "go") --> work (external) --> end. */
  private static final String PROCESS =
      Bpmn.convertToString(
          Bpmn.createExecutableProcess("going")
              .startEvent("begin")
              .message("go")
              .serviceTask("work")
              .operatonExternalTask("work")
              .endEvent()
              .done());

  @AfterEach
  void deleteDefinitions() {
    engine.repository().processDefinitions(ListQuery.all()).stream()
        .map(ProcessDefinition::id)
        .forEach(id -> engine.repository().deleteProcessDefinition(id, true));
  }

  @Test
  void the_version_before_listens_again() {
    ProcessDefinition first = engine.deploy(PROCESS);
    ProcessDefinition second = engine.deploy(PROCESS);
    assertThat(listening()).containsExactly(second.id());

    engine.repository().deleteProcessDefinition(second.id(), false);

    assertThat(engine.repository().processDefinition(second.id())).isEmpty();
    assertThat(listening()).containsExactly(first.id());
  }

  @Test
  void the_latest_version_listens_on_when_an_older_one_goes() {
    ProcessDefinition first = engine.deploy(PROCESS);
    ProcessDefinition second = engine.deploy(PROCESS);

    engine.repository().deleteProcessDefinition(first.id(), false);

    assertThat(listening()).containsExactly(second.id());
  }

  /** The definitions whose start events listen. */
  private static List<String> listening() {
    return Rows.strings(
        engine.database(),
        "select process_definition_id from event_subscription where process_instance_id is null");
  }

  @Test
  void a_key_stands_for_all_versions_of_one_tenant() {
    engine.deploy(PROCESS);
    engine.deploy(PROCESS);
    ProcessDefinition ofTenant = deployFor("acme");

    engine.repository().deleteProcessDefinitions("going", null, false);

    assertThat(engine.repository().processDefinitions(ListQuery.all()))
        .extracting(ProcessDefinition::id)
        .containsExactly(ofTenant.id());
    assertThat(listening()).containsExactly(ofTenant.id());
    engine.repository().deleteProcessDefinitions("going", "acme", false);
    assertThat(engine.repository().countProcessDefinitions(ListQuery.all())).isZero();
  }

  @Test
  void a_key_alone_stands_for_all_versions_of_all_tenants() {
    engine.deploy(PROCESS);
    engine.deploy(PROCESS);
    deployFor("acme");

    engine.repository().deleteProcessDefinitions("going", false);

    assertThat(engine.repository().countProcessDefinitions(ListQuery.all())).isZero();
    assertThat(listening()).isEmpty();
  }

  @Test
  void all_versions_of_a_key_go_or_none() {
    engine.deploy(PROCESS);
    engine.events().correlate(MessageCorrelation.of("go"));
    deployFor("acme");

    assertThatThrownBy(() -> engine.repository().deleteProcessDefinitions("going", false))
        .isInstanceOf(ProcessEngineException.class);

    assertThat(engine.repository().countProcessDefinitions(ListQuery.all())).isEqualTo(2);
    assertThat(listening()).hasSize(2);
  }

  private static ProcessDefinition deployFor(String tenantId) {
    Resource file = new Resource("going.bpmn", PROCESS.getBytes(StandardCharsets.UTF_8));
    return engine
        .repository()
        .createDeployment(ofTenant(tenantId, named("going", file)))
        .deployedProcessDefinitions()
        .get(0);
  }

  @Test
  void instances_go_along_only_if_that_is_asked_for() {
    ProcessDefinition definition = engine.deploy(PROCESS);
    engine.events().correlate(MessageCorrelation.of("go"));

    assertThatThrownBy(() -> engine.repository().deleteProcessDefinition(definition.id(), false))
        .isInstanceOfSatisfying(
            ProcessEngineException.class,
            refusal ->
                assertThat(refusal.code()).isEqualTo(ProcessEngineException.FOREIGN_KEY_VIOLATION));
    assertThat(engine.repository().processDefinition(definition.id())).isPresent();

    engine.repository().deleteProcessDefinition(definition.id(), true);
    assertThat(engine.runtime().countProcessInstances(ListQuery.all())).isZero();
    assertThat(alice.fetches("work")).isEmpty();
  }

  @Test
  void the_file_stays_with_its_deployment() {
    ProcessDefinition definition = engine.deploy(PROCESS);

    engine.repository().deleteProcessDefinition(definition.id(), false);

    assertThat(engine.repository().deploymentResources(definition.deploymentId())).hasSize(1);
  }

  @Test
  void what_is_not_there_cannot_be_deleted() {
    assertThatThrownBy(() -> engine.repository().deleteProcessDefinition("unknown", true))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> engine.repository().deleteProcessDefinitions("unknown", null, true))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> engine.repository().deleteProcessDefinitions("unknown", true))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_history_time_to_live_can_be_changed_and_taken_away() {
    ProcessDefinition definition = engine.deploy(PROCESS);

    engine.repository().updateProcessDefinitionHistoryTimeToLive(definition.id(), 30);
    assertThat(historyTimeToLive(definition)).isEqualTo(30);

    engine.repository().updateProcessDefinitionHistoryTimeToLive(definition.id(), null);
    assertThat(historyTimeToLive(definition)).isNull();

    assertThatThrownBy(
            () -> engine.repository().updateProcessDefinitionHistoryTimeToLive(definition.id(), -1))
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(
            () -> engine.repository().updateProcessDefinitionHistoryTimeToLive("unknown", 1))
        .isInstanceOf(NotFoundException.class);
  }

  private static Integer historyTimeToLive(ProcessDefinition definition) {
    return engine.repository().processDefinition(definition.id()).orElseThrow().historyTimeToLive();
  }
}
