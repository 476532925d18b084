package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.cycle;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.ConditionEvaluation;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What stands suspended is started by nobody and nothing (docs/rest-api.md, "Suspending
 * definitions").
 */
class DefinitionSuspensionTest extends SharedEngineTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** start --> work (external) --> talk (user). */
  private static final String WORK =
      process(Sketch.start("start"), external("work"), user("talk"), path("start", "work", "talk"));

  @AfterEach
  void deleteDefinitions() {
    engine.endWhatStillRuns();
    engine.repository().processDefinitions(ListQuery.all()).stream()
        .map(ProcessDefinition::id)
        .forEach(id -> engine.repository().deleteProcessDefinition(id, true));
  }

  private static void setSuspended(ProcessDefinition definition, boolean suspended) {
    engine.repository().setProcessDefinitionSuspended(definition.id(), suspended, false, null);
  }

  private static void setSuspendedWithInstances(ProcessDefinition definition, boolean suspended) {
    engine.repository().setProcessDefinitionSuspended(definition.id(), suspended, true, null);
  }

  private static boolean isSuspended(ProcessDefinition definition) {
    return engine.repository().processDefinition(definition.id()).orElseThrow().suspended();
  }

  private static ProcessInstance startOf(ProcessDefinition definition) {
    return engine.runtime().startProcessInstance(definition.id(), null, Map.of());
  }

  @Test
  void a_suspended_definition_starts_no_instances() {
    ProcessDefinition definition = engine.deploy(WORK);

    setSuspended(definition, true);
    assertThatThrownBy(() -> startOf(definition))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("is suspended");

    setSuspended(definition, false);
    assertThat(startOf(definition).suspended()).isFalse();
  }

  /** Starts by a message, a signal, a condition or every ten minutes, and goes to: work. */
  @Test
  void no_event_starts_it_until_it_is_activated() {
    ProcessDefinition definition =
        engine.deploy(
            process(
                Sketch.start("told", message("go")),
                Sketch.start("called", signal("all")),
                Sketch.start("noticed", condition("${amount > 5}")),
                Sketch.start("regular", cycle("R/PT10M")),
                external("work"),
                path("told", "work"),
                path("called", "work"),
                path("noticed", "work"),
                path("regular", "work")));

    setSuspended(definition, true);
    engine.clock().advance(Duration.ofMinutes(10));
    engine.runDueJobs();
    engine.events().signalEventReceived("all", TenantMatch.ANY, Map.of());
    assertThatThrownBy(DefinitionSuspensionTest::sendMessage)
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(DefinitionSuspensionTest::evaluateConditions)
        .isInstanceOf(ProcessEngineException.class);
    assertThat(alice.fetches("work")).isEmpty();

    setSuspended(definition, false);
    engine.runDueJobs();
    engine.events().signalEventReceived("all", TenantMatch.ANY, Map.of());
    sendMessage();
    evaluateConditions();
    assertThat(alice.fetches("work")).hasSize(4);
  }

  private static void sendMessage() {
    engine.events().correlate(MessageCorrelation.of("go"));
  }

  private static void evaluateConditions() {
    engine
        .events()
        .evaluateStartConditions(ConditionEvaluation.of(Map.of("amount", TypedValue.integer(6))));
  }

  @Test
  void its_instances_go_on_unless_they_are_included() {
    ProcessDefinition definition = engine.deploy(WORK);
    ProcessInstance instance = startOf(definition);

    setSuspended(definition, true);
    alice.does("work");

    assertThat(engine.waitsAt(instance)).containsExactly("talk");
  }

  @Test
  void its_instances_stand_still_if_they_are_included() {
    ProcessDefinition definition = engine.deploy(WORK);
    ProcessInstance working = startOf(definition);
    ProcessInstance talking = startOf(definition);
    ProcessInstance other = startOf(engine.deploy(WORK));
    alice.completes(alice.fetches(2, "work").get(1));

    setSuspendedWithInstances(definition, true);
    assertThat(engine.state(working)).isEqualTo("SUSPENDED");
    assertThat(engine.state(talking)).isEqualTo("SUSPENDED");
    assertThat(engine.state(other)).isEqualTo("ACTIVE");
    assertThat(engine.tasks().tasks(ListQuery.all()))
        .extracting(Task::suspended)
        .containsOnly(true);

    setSuspendedWithInstances(definition, false);
    assertThat(engine.state(working)).isEqualTo("ACTIVE");
    assertThat(engine.tasks().tasks(ListQuery.all()))
        .extracting(Task::suspended)
        .containsOnly(false);
  }

  @Test
  void a_key_stands_for_all_its_versions_of_all_tenants() {
    ProcessDefinition first = engine.deploy(WORK);
    ProcessDefinition second = engine.deploy(WORK);
    ProcessDefinition ofTenant = deploy("acme", null);

    engine.repository().setProcessDefinitionsSuspended("p", true, false, null);

    assertThat(List.of(first, second, ofTenant)).allMatch(DefinitionSuspensionTest::isSuspended);
  }

  @Test
  void a_missing_definition_cannot_be_suspended() {
    assertThatThrownBy(
            () -> engine.repository().setProcessDefinitionSuspended("unknown", true, true, null))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                engine
                    .repository()
                    .setProcessDefinitionSuspended("unknown", true, true, Instant.EPOCH))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> engine.repository().setProcessDefinitionsSuspended("unknown", true, true, null))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void any_node_suspends_a_definition_at_its_date() {
    ProcessDefinition definition = engine.deploy(WORK);
    ProcessInstance instance = startOf(definition);

    engine.repository().setProcessDefinitionSuspended(definition.id(), true, true, inAnHour());
    engine.runDueJobs();
    assertThat(isSuspended(definition)).isFalse();
    assertThat(jobs()).singleElement().satisfies(job -> isAbout(job, definition));

    engine.clock().advance(AN_HOUR);
    try (TestEngine other = engine.anotherNode()) {
      other.runDueJobs();
    }
    assertThat(isSuspended(definition)).isTrue();
    assertThat(engine.state(instance)).isEqualTo("SUSPENDED");
    assertThat(jobs()).isEmpty();
  }

  private static void isAbout(Job job, ProcessDefinition definition) {
    assertThat(job.processDefinitionId()).isEqualTo(definition.id());
    assertThat(job.processDefinitionKey()).isEqualTo("p");
    assertThat(job.processInstanceId()).isNull();
    assertThat(job.dueDate()).isEqualTo(inAnHour());
  }

  private static Instant inAnHour() {
    return engine.clock().instant().plus(AN_HOUR);
  }

  private static List<Job> jobs() {
    return engine
        .management()
        .jobs(ListQuery.<JobFilter, JobSort>all().with(JobFilter.TIMERS, true));
  }

  @Test
  void later_a_key_stands_for_the_versions_that_there_are_then() {
    engine.deploy(WORK);
    engine.repository().setProcessDefinitionsSuspended("p", true, false, inAnHour());
    ProcessDefinition second = engine.deploy(WORK);

    engine.clock().advance(AN_HOUR);
    engine.runDueJobs();

    assertThat(isSuspended(second)).isTrue();
  }

  @Test
  void a_suspended_definition_can_be_activated_at_a_date() {
    ProcessDefinition definition = engine.deploy(WORK);
    setSuspended(definition, true);

    engine.repository().setProcessDefinitionSuspended(definition.id(), false, false, inAnHour());
    engine.clock().advance(AN_HOUR);
    engine.runDueJobs();

    assertThat(isSuspended(definition)).isFalse();
  }

  @Test
  void a_planned_suspension_is_deleted_with_its_definition() {
    ProcessDefinition definition = engine.deploy(WORK);
    engine.repository().setProcessDefinitionSuspended(definition.id(), true, false, inAnHour());

    engine.repository().deleteProcessDefinition(definition.id(), false);

    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_planned_suspension_of_a_key_without_definitions_does_nothing() {
    ProcessDefinition definition = engine.deploy(WORK);
    engine.repository().setProcessDefinitionsSuspended("p", true, false, inAnHour());
    engine.repository().deleteProcessDefinition(definition.id(), false);

    engine.clock().advance(AN_HOUR);
    engine.runDueJobs();

    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_deployment_can_say_when_its_definitions_become_active() {
    ProcessDefinition definition = deploy(null, inAnHour());
    assertThat(definition.suspended()).isTrue();
    assertThatThrownBy(() -> startOf(definition)).isInstanceOf(ProcessEngineException.class);

    engine.clock().advance(AN_HOUR);
    engine.runDueJobs();

    assertThat(startOf(definition).ended()).isFalse();
  }

  private static ProcessDefinition deploy(String tenantId, Instant activationTime) {
    Resource file = new Resource("p.bpmn", WORK.getBytes(StandardCharsets.UTF_8));
    return engine
        .repository()
        .createDeployment(
            new DeploymentRequest(
                null, null, tenantId, false, false, List.of(file), activationTime))
        .deployedProcessDefinitions()
        .get(0);
  }
}
