package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.ManagementService;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What callers may do with jobs once there are grants. */
class JobRightsTest extends GrantedEngineTest {
  private Job job;
  private Job shipping;

  /** start --> decide (asyncBefore), which fails. */
  private static BpmnModelInstance failing(String key) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .exclusiveGateway("decide")
        .operatonAsyncBefore()
        .condition("yes", "${approved}")
        .endEvent()
        .done();
  }

  @BeforeEach
  void startInstances() {
    deploy(failing("payment"), failing("shipment"));
    as("root", () -> engine.start("payment"));
    as("root", () -> engine.start("shipment"));
    engine.runDueJobs();
    job = as("reader", () -> management().jobs(ListQuery.all())).get(0);
    shipping = as("stranger", () -> management().jobs(ListQuery.all())).get(0);
  }

  /** Each with the id of a job. */
  private static List<Consumer<String>> changes() {
    return List.of(
        id -> management().executeJob(id),
        id -> management().setJobRetries(id, 9),
        id -> management().setJobRetries(id, 9, null),
        id -> management().setJobDuedate(id, Instant.EPOCH, false),
        id -> management().setJobDuedate(id, Instant.EPOCH, true),
        id -> management().setJobSuspended(id, true),
        id -> management().setJobPriority(id, 9),
        id -> management().deleteJob(id));
  }

  @Test
  void a_job_of_a_process_that_one_may_not_see_is_one_that_does_not_exist() {
    changes().forEach(verb -> assertLikeMissing(job.id(), verb));
    assertLikeMissing(job.id(), id -> management().jobExceptionStacktrace(id));
    assertLikeMissing(
        job.id(), id -> management().job(id).orElseThrow(() -> new NotFoundException(id)));
    assertThat(as("root", () -> management().job(job.id()))).contains(job);
  }

  @Test
  void a_job_that_one_may_only_see_is_refused() {
    changes().forEach(verb -> assertForbidden("auditor", () -> verb.accept(job.id())));

    assertThat(as("auditor", () -> management().job(job.id()))).contains(job);
    assertThat(as("auditor", () -> management().jobExceptionStacktrace(job.id()))).isPresent();
  }

  @Test
  void who_may_operate_on_the_process_changes_its_jobs() {
    as("starter", () -> management().setJobRetries(job.id(), 9));
    as("starter", () -> management().setJobPriority(job.id(), 7));
    as("starter", () -> management().setJobSuspended(job.id(), true));

    assertThat(as("root", () -> management().job(job.id())))
        .get()
        .satisfies(
            changed -> {
              assertThat(changed.retries()).isEqualTo(9);
              assertThat(changed.priority()).isEqualTo(7);
              assertThat(changed.suspended()).isTrue();
            });
    as("starter", () -> management().deleteJob(job.id()));
    assertThat(seenBy("root")).containsExactly("shipment");
  }

  @Test
  void retries_of_many_are_set_for_those_that_the_caller_may_operate_on() {
    List<String> both = List.of(job.id(), shipping.id());

    as("cashier", () -> management().setJobRetriesAsync(both, 8));
    engine.runBatches();

    assertThat(as("root", () -> management().job(job.id())).orElseThrow().retries()).isEqualTo(8);
    assertThat(as("root", () -> management().job(shipping.id()))).contains(shipping);
    assertForbidden("reader", () -> management().setJobRetriesAsync(both, 8));
    assertForbidden("reader", () -> management().setJobRetriesAsync(both, 8, Instant.EPOCH));
  }

  @Test
  void lists_and_counts_have_what_one_may_read() {
    assertThat(seenBy("reader")).containsExactly("payment");
    assertThat(seenBy("auditor")).containsExactly("payment");
    assertThat(seenBy("stranger")).containsExactly("shipment");
    assertThat(seenBy("operator")).containsExactlyInAnyOrder("payment", "shipment");
    assertThat(seenBy("starter")).isEmpty();
    assertThat(management().jobs(ListQuery.all())).isEmpty();
  }

  private static List<String> seenBy(String user) {
    return as(
        user,
        () -> {
          List<Job> found = management().jobs(ListQuery.all());
          assertThat(management().countJobs(ListQuery.all())).isEqualTo(found.size());
          assertThat(management().jobIds(ListQuery.all()))
              .containsExactlyElementsOf(found.stream().map(Job::id).toList());
          return found.stream().map(Job::processDefinitionKey).toList();
        });
  }

  private static ManagementService management() {
    return engine.management();
  }
}
