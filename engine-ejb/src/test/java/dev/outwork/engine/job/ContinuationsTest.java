package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Asynchronous continuations, and how jobs fail (docs/rest-api.md, "Transactions"). */
class ContinuationsTest extends SharedEngineTest {

  /** start --> work (external, asyncBefore) --> end. */
  private static final BpmnModelInstance BEFORE =
      Bpmn.createExecutableProcess("before")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .operatonAsyncBefore()
          .endEvent()
          .done();

  /** start --> work (external, asyncAfter) --> decide (approved?) --> ship (external) --> end. */
  private static BpmnModelInstance decided(String retryTimeCycle) {
    return Bpmn.createExecutableProcess("decided")
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask("work")
        .operatonAsyncAfter()
        .operatonFailedJobRetryTimeCycle(retryTimeCycle)
        .exclusiveGateway("decide")
        .condition("yes", "${approved}")
        .serviceTask("ship")
        .operatonExternalTask("ship")
        .endEvent()
        .moveToNode("decide")
        .condition("no", "${!approved}")
        .endEvent()
        .done();
  }

  private static Job job() {
    List<Job> jobs = engine.management().jobs(ListQuery.all());
    assertThat(jobs).hasSize(1);
    return jobs.get(0);
  }

  private static List<Incident> incidents() {
    return engine.incidents().incidents(ListQuery.all());
  }

  private static void pass(Duration time) {
    engine.clock().advance(time);
    engine.runDueJobs();
  }

  @Test
  void a_job_enters_a_node_that_begins_a_transaction() {
    ProcessInstance instance = start(BEFORE);
    assertThat(alice.fetches("work")).isEmpty();

    engine.runDueJobs();

    alice.does("work");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void what_follows_a_node_that_ends_a_transaction_does_not_fail_its_worker() {
    ProcessInstance instance = start(decided("PT5M"));

    alice.does("work");
    engine.runDueJobs();

    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(job())
        .satisfies(
            job -> {
              assertThat(job.retries()).isEqualTo(1);
              assertThat(job.exceptionMessage()).contains("condition").contains("approved");
              assertThat(job.failedActivityId()).isEqualTo("work");
            });
    assertThat(engine.management().jobExceptionStacktrace(job().id()).orElseThrow())
        .startsWith("dev.outwork.api.ProcessEngineException")
        .contains("\tat dev.outwork.engine");
  }

  @Test
  void a_job_that_fails_is_tried_as_often_and_when_its_cycle_says() {
    start(decided("PT1M,PT10M"));
    alice.does("work");

    engine.runDueJobs();
    assertThat(job().retries()).isEqualTo(2);
    pass(Duration.ofSeconds(59));
    assertThat(job().retries()).isEqualTo(2);
    pass(Duration.ofSeconds(1));
    assertThat(job().retries()).isEqualTo(1);
    pass(Duration.ofMinutes(9));
    assertThat(job().retries()).isEqualTo(1);
    assertThat(incidents()).isEmpty();
    pass(Duration.ofMinutes(1));

    assertThat(job().retries()).isZero();
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void a_job_with_no_retries_left_has_an_incident_and_is_tried_no_more() {
    ProcessInstance instance = start(decided("R1/PT5M"));
    alice.does("work");
    engine.runDueJobs();

    pass(Duration.ofDays(1));

    assertThat(job().retries()).isZero();
    assertThat(incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.incidentType()).isEqualTo("failedJob");
              assertThat(incident.configuration()).isEqualTo(job().id());
              assertThat(incident.processInstanceId()).isEqualTo(instance.id());
              assertThat(incident.activityId()).isEqualTo("work");
              assertThat(incident.incidentMessage()).isEqualTo(job().exceptionMessage());
            });
  }

  @Test
  void a_job_is_repaired_by_giving_it_retries_once_the_cause_is_gone() {
    ProcessInstance instance = start(decided("R1/PT5M"));
    alice.does("work");
    engine.runDueJobs();

    engine
        .runtime()
        .changeVariables(instance.id(), Map.of("approved", TypedValue.bool(true)), List.of());
    engine.management().setJobRetries(job().id(), 1);
    assertThat(incidents()).isEmpty();
    engine.runDueJobs();

    assertThat(engine.waitsAt(instance)).containsExactly("ship");
  }

  @Test
  void the_incident_of_a_job_goes_with_its_instance() {
    ProcessInstance instance = start(decided("R1/PT5M"));
    alice.does("work");
    engine.runDueJobs();

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(incidents()).isEmpty();
    assertThat(engine.management().countJobs(ListQuery.all())).isZero();
  }

  @Test
  void one_job_that_fails_does_not_hold_up_the_others() {
    start(decided("R1/PT5M"));
    alice.does("work");
    ProcessInstance other = start(BEFORE);

    engine.runDueJobs();

    assertThat(alice.fetches("work")).hasSize(1);
    assertThat(engine.waitsAt(other)).containsExactly("work");
  }

  @Test
  void jobs_of_higher_priority_are_run_first() {
    BpmnModelInstance process =
        Bpmn.createExecutableProcess("urgent")
            .startEvent()
            .serviceTask("work")
            .operatonExternalTask("work")
            .operatonAsyncBefore()
            .operatonJobPriority("${priority}")
            .endEvent()
            .done();
    ProcessInstance later = start(process, Map.of("priority", TypedValue.integer(1)));
    ProcessInstance sooner = engine.start("urgent", Map.of("priority", TypedValue.integer(7)));

    engine.runDueJobs();

    assertThat(alice.fetches("work"))
        .extracting(task -> task.task().processInstanceId())
        .containsExactly(sooner.id(), later.id());
  }
}
