package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Timers that start instances. */
class StartTimersTest extends SharedEngineTest {

  @AfterEach
  void nothingStartsAnyMore() {
    Rows.strings(engine.database(), "select id from deployment order by id desc")
        .forEach(id -> engine.repository().deleteDeployment(id, true));
    assertThat(jobs()).isEmpty();
  }

  /** begin (timer) --> work (external) --> end. */
  private static BpmnModelInstance every(String cycle) {
    return Bpmn.createExecutableProcess("regular")
        .startEvent("begin")
        .timerWithCycle(cycle)
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .done();
  }

  private static List<Job> jobs() {
    return engine.management().jobs(ListQuery.all());
  }

  private static List<String> started() {
    return engine.runtime().processInstances(ListQuery.all()).stream()
        .map(ProcessInstance::processDefinitionId)
        .toList();
  }

  private static void minutesPass(int minutes) {
    engine.clock().advance(Duration.ofMinutes(minutes));
    engine.runDueJobs();
  }

  @Test
  void a_process_starts_at_each_time_of_its_cycle() {
    Instant began = engine.clock().instant();
    ProcessDefinition definition = engine.deploy(every("R2/PT10M"));
    assertThat(jobs())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.dueDate()).isEqualTo(began.plusSeconds(600));
              assertThat(job.processInstanceId()).isNull();
              assertThat(job.executionId()).isNull();
            });

    minutesPass(10);
    assertThat(started()).containsExactly(definition.id());
    minutesPass(10);
    assertThat(started()).hasSize(2);

    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_date_starts_a_process_once() {
    BpmnModelInstance process =
        Bpmn.createExecutableProcess("dated")
            .startEvent()
            .timerWithDate("2026-03-01T10:00:00+01:00")
            .serviceTask("work")
            .operatonExternalTask("work")
            .endEvent()
            .done();

    engine.deploy(process);
    engine.runDueJobs();
    minutesPass(600_000);

    assertThat(started()).hasSize(1);
  }

  @Test
  void a_new_version_starts_in_place_of_the_older_one() {
    engine.deploy(every("R/PT10M"));
    minutesPass(5);
    ProcessDefinition second = engine.deploy(every("R/PT20M"));

    minutesPass(20);

    assertThat(started()).containsExactly(second.id());
    assertThat(jobs()).extracting(Job::processDefinitionId).containsExactly(second.id());
  }

  @Test
  void the_version_before_starts_again_when_the_latest_is_deleted() {
    ProcessDefinition first = engine.deploy(every("R/PT10M"));
    ProcessDefinition second = engine.deploy(every("R/PT20M"));

    engine.repository().deleteDeployment(second.deploymentId(), true);
    minutesPass(10);

    assertThat(started()).containsExactly(first.id());
  }

  @Test
  void a_date_that_has_passed_does_not_come_back_with_its_version() {
    BpmnModelInstance dated =
        Bpmn.createExecutableProcess("regular")
            .startEvent()
            .timerWithDate("2026-01-01")
            .endEvent()
            .done();
    engine.deploy(dated);
    engine.runDueJobs();
    ProcessDefinition second = engine.deploy(every("R/PT20M"));

    engine.repository().deleteDeployment(second.deploymentId(), true);

    assertThat(jobs()).isEmpty();
  }

  @Test
  void deleting_an_older_version_leaves_the_timer_of_the_latest() {
    ProcessDefinition first = engine.deploy(every("R/PT10M"));
    ProcessDefinition second = engine.deploy(every("R/PT20M"));

    engine.repository().deleteDeployment(first.deploymentId(), true);

    assertThat(jobs()).extracting(Job::processDefinitionId).containsExactly(second.id());
  }

  @Test
  void a_suspended_definition_starts_nothing_until_it_is_activated() {
    ProcessDefinition definition = engine.deploy(every("R/PT10M"));

    setSuspended(definition, true);
    minutesPass(10);
    assertThat(started()).isEmpty();

    setSuspended(definition, false);
    engine.runDueJobs();
    assertThat(started()).hasSize(1);
  }

  private static void setSuspended(ProcessDefinition definition, boolean suspended) {
    engine.repository().setProcessDefinitionSuspended(definition.id(), suspended, false, null);
  }

  @Test
  void a_failing_start_timer_is_retried_and_then_has_an_incident() {
    ProcessDefinition definition =
        engine.deploy(
            Bpmn.createExecutableProcess("stuck")
                .startEvent("begin")
                .timerWithDuration("PT10M")
                .exclusiveGateway("decide")
                .condition("yes", "${approved}")
                .endEvent()
                .done());

    minutesPass(10);
    assertThat(jobs()).extracting(Job::retries).containsExactly(2);
    minutesPass(1);
    minutesPass(1);

    assertThat(jobs()).extracting(Job::retries).containsExactly(0);
    assertThat(engine.incidents().incidents(ListQuery.all()))
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.processInstanceId()).isNull();
              assertThat(incident.processDefinitionId()).isEqualTo(definition.id());
              assertThat(incident.activityId()).isEqualTo("begin");
            });
  }

  @Test
  void a_timer_that_needs_a_variable_cannot_start_a_process() {
    assertThatThrownBy(() -> engine.deploy(every("${when}"))).isInstanceOf(ParseException.class);
  }
}
