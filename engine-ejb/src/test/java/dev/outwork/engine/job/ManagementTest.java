package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.Page;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.ManagementService;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Job commands of an operator. */
class ManagementTest extends SharedEngineTest {

  /** start --> work (external) --> end, and beside it, every ten minutes, late --> end. */
  private static final BpmnModelInstance WATCHED =
      Bpmn.createExecutableProcess("watched")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .moveToActivity("work")
          .boundaryEvent("late")
          .cancelActivity(false)
          .timerWithCycle("R/PT10M")
          .serviceTask("alarm")
          .operatonExternalTask("alarm")
          .endEvent()
          .done();

  /** start --> decide (asyncBefore), which fails. */
  private static final BpmnModelInstance FAILING =
      Bpmn.createExecutableProcess("failing")
          .startEvent()
          .exclusiveGateway("decide")
          .operatonAsyncBefore()
          .condition("yes", "${approved}")
          .endEvent()
          .done();

  private static Job job() {
    List<Job> jobs = engine.management().jobs(ListQuery.all());
    assertThat(jobs).hasSize(1);
    return jobs.get(0);
  }

  private static List<Incident> incidents() {
    return engine.incidents().incidents(ListQuery.all());
  }

  @Test
  void a_job_can_be_executed_before_it_is_due() {
    Instant began = engine.clock().instant();
    ProcessInstance instance = start(WATCHED);

    engine.management().executeJob(job().id());

    assertThat(engine.waitsAt(instance)).containsExactly("alarm", "work");
    assertThat(job().dueDate()).isEqualTo(began.plus(Duration.ofMinutes(20)));
  }

  @Test
  void a_job_that_fails_when_it_is_executed_tells_so_and_has_a_retry_less() {
    start(FAILING);

    assertThatThrownBy(() -> engine.management().executeJob(job().id()))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("approved");

    assertThat(job().retries()).isEqualTo(2);
    assertThat(job().exceptionMessage()).contains("approved");
  }

  @Test
  void a_job_without_retries_can_be_executed_and_has_one_incident() {
    start(FAILING);
    engine.management().setJobRetries(job().id(), 0);
    assertThat(incidents()).hasSize(1);

    assertThatThrownBy(() -> engine.management().executeJob(job().id()))
        .isInstanceOf(ProcessEngineException.class);

    assertThat(job().retries()).isZero();
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void the_incident_of_a_job_is_resolved_when_it_succeeds_without_retries() {
    start(WATCHED);
    engine.management().setJobRetries(job().id(), 0);

    engine.management().executeJob(job().id());

    assertThat(incidents()).isEmpty();
    assertThat(job().retries()).isEqualTo(3);
  }

  @Test
  void retries_can_be_set_with_a_date() {
    Instant tomorrow = engine.clock().instant().plus(Duration.ofDays(1));
    start(FAILING);

    engine.management().setJobRetries(job().id(), 7, tomorrow);
    engine.runDueJobs();

    assertThat(job().retries()).isEqualTo(7);
    assertThat(job().dueDate()).isEqualTo(tomorrow);
  }

  @Test
  void retries_are_not_negative() {
    start(FAILING);

    assertThatThrownBy(() -> engine.management().setJobRetries(job().id(), -1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void retries_of_many_jobs_are_set_in_the_background_and_end_their_incidents() {
    start(FAILING);
    engine.management().setJobRetries(job().id(), 0);

    Batch batch = engine.management().setJobRetriesAsync(List.of(job().id(), "gone"), 4);
    assertThat(job().retries()).isZero();
    engine.runBatches();

    assertThat(batch.type()).isEqualTo("set-job-retries");
    assertThat(job().retries()).isEqualTo(4);
    assertThat(incidents()).isEmpty();
    assertThat(engine.batches().batchFailures(batch.id(), Page.ALL))
        .extracting(BatchFailure::elementId, BatchFailure::message)
        .containsExactly(tuple("gone", "No job found with id 'gone'"));
    engine.batches().deleteBatch(batch.id(), true);
  }

  @Test
  void retries_of_many_jobs_are_set_with_a_date() {
    Instant tomorrow = engine.clock().instant().plus(Duration.ofDays(1));
    start(FAILING);

    engine.management().setJobRetriesAsync(List.of(job().id()), 5, tomorrow);
    engine.runBatches();
    engine.runDueJobs();

    assertThat(job().retries()).isEqualTo(5);
    assertThat(job().dueDate()).isEqualTo(tomorrow);
  }

  @Test
  void retries_of_many_jobs_need_jobs_and_are_not_negative() {
    assertThatThrownBy(() -> engine.management().setJobRetriesAsync(List.of(), 1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("jobIds is empty");
    assertThatThrownBy(() -> engine.management().setJobRetriesAsync(List.of("one"), -1))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void a_date_moves_one_time_of_a_cycle_or_all_that_follow() {
    Instant began = engine.clock().instant();
    start(WATCHED);

    engine.management().setJobDuedate(job().id(), began.plusSeconds(60), false);
    engine.clock().advance(Duration.ofSeconds(60));
    engine.runDueJobs();
    assertThat(job().dueDate()).isEqualTo(began.plus(Duration.ofMinutes(20)));

    engine.management().setJobDuedate(job().id(), null, true);
    engine.runDueJobs();
    assertThat(job().dueDate()).isEqualTo(began.plus(Duration.ofMinutes(11)));
  }

  @Test
  void a_suspended_job_is_neither_run_nor_executed() {
    ProcessInstance instance = start(WATCHED);

    engine.management().setJobSuspended(job().id(), true);
    engine.clock().advance(Duration.ofMinutes(10));
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThatThrownBy(() -> engine.management().executeJob(job().id()))
        .isInstanceOf(SuspendedEntityInteractionException.class)
        .hasMessageContaining("is suspended");

    engine.management().setJobSuspended(job().id(), false);
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("alarm", "work");
  }

  @Test
  void a_priority_can_be_set() {
    start(WATCHED);

    engine.management().setJobPriority(job().id(), 42);

    assertThat(job().priority()).isEqualTo(42);
  }

  @Test
  void a_job_can_be_deleted_with_its_incident() {
    ProcessInstance instance = start(FAILING);
    engine.management().setJobRetries(job().id(), 0);

    engine.management().deleteJob(job().id());

    assertThat(engine.management().countJobs(ListQuery.all())).isZero();
    assertThat(incidents()).isEmpty();
    assertThat(engine.waitsAt(instance)).containsExactly("decide");
  }

  @Test
  void a_job_that_never_failed_has_no_stack_trace() {
    start(WATCHED);

    assertThat(engine.management().jobExceptionStacktrace(job().id())).isEmpty();
  }

  @Test
  void a_job_that_does_not_exist_is_told_so() {
    ManagementService management = engine.management();

    List.<Consumer<String>>of(
            management::executeJob,
            management::deleteJob,
            management::jobExceptionStacktrace,
            id -> management.setJobRetries(id, 1),
            id -> management.setJobDuedate(id, null, false),
            id -> management.setJobPriority(id, 1),
            id -> management.setJobSuspended(id, true))
        .forEach(
            attempt ->
                assertThatThrownBy(() -> attempt.accept("gone"))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("No job found with id 'gone'"));
    assertThat(management.job("gone")).isEmpty();
  }
}
