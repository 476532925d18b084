package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Lists of jobs (docs/rest-api.md, "Jobs"). */
class JobListTest extends SharedEngineTest {

  /** start --> pause (10 minutes) --> end. */
  private static final BpmnModelInstance PAUSE =
      Bpmn.createExecutableProcess("pausing")
          .startEvent()
          .intermediateCatchEvent("pause")
          .timerWithDuration("PT10M")
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

  private ProcessInstance pausing;
  private ProcessInstance failing;
  private Instant now;

  @BeforeEach
  void aTimerThatIsNotDueAndAContinuationThatHasFailed() {
    pausing = start(PAUSE);
    engine.clock().advance(Duration.ofSeconds(1));
    failing = start(FAILING);
    engine.runDueJobs();
    now = engine.clock().instant();
  }

  private static List<String> instancesOf(JobFilter filter, Object value) {
    ListQuery<JobFilter, JobSort> query = ListQuery.<JobFilter, JobSort>all().with(filter, value);
    List<String> found =
        engine.management().jobs(query).stream().map(Job::processInstanceId).toList();
    assertThat(engine.management().countJobs(query)).isEqualTo(found.size());
    return found;
  }

  private void holdsOfTheTimer(JobFilter filter, Object value) {
    assertThat(instancesOf(filter, value)).as(filter.name()).containsExactly(pausing.id());
  }

  private void holdsOfTheFailed(JobFilter filter, Object value) {
    assertThat(instancesOf(filter, value)).as(filter.name()).containsExactly(failing.id());
  }

  @Test
  void every_filter_can_be_asked_for() {
    for (JobFilter filter : JobFilter.values()) {
      assertThatCode(() -> instancesOf(filter, AnyValue.of(filter)))
          .as(filter.name())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void every_key_can_be_sorted_by() {
    for (JobSort sort : JobSort.values()) {
      assertThat(engine.management().jobs(ListQuery.<JobFilter, JobSort>all().orderBy(sort, false)))
          .as(sort.name())
          .hasSize(2);
    }
  }

  @Test
  void jobs_can_be_asked_for_by_what_waits_for_them() {
    holdsOfTheTimer(JobFilter.PROCESS_INSTANCE_ID, pausing.id());
    holdsOfTheTimer(JobFilter.PROCESS_INSTANCE_IDS, List.of(pausing.id(), "other"));
    holdsOfTheTimer(JobFilter.PROCESS_DEFINITION_ID, pausing.processDefinitionId());
    holdsOfTheTimer(JobFilter.PROCESS_DEFINITION_KEY, "pausing");
    holdsOfTheTimer(JobFilter.ACTIVITY_ID, "pause");
    holdsOfTheFailed(JobFilter.ACTIVITY_ID, "decide");
    holdsOfTheFailed(JobFilter.FAILED_ACTIVITY_ID, "decide");
  }

  @Test
  void jobs_can_be_asked_for_by_when_they_are_due_and_when_they_were_made() {
    holdsOfTheTimer(JobFilter.DUE_AFTER, now.plusSeconds(60));
    holdsOfTheFailed(JobFilter.DUE_BEFORE, now.plusSeconds(60));
    holdsOfTheTimer(JobFilter.CREATED_BEFORE, now);
    holdsOfTheFailed(JobFilter.CREATED_AFTER, now.minusSeconds(1));
  }

  @Test
  void jobs_can_be_asked_for_by_what_they_are() {
    holdsOfTheTimer(JobFilter.TIMERS, true);
    holdsOfTheFailed(JobFilter.MESSAGES, true);
    holdsOfTheFailed(JobFilter.WITH_EXCEPTION, true);
    assertThat(instancesOf(JobFilter.ACQUIRED, true)).isEmpty();
    assertThat(instancesOf(JobFilter.JOB_DEFINITION_ID, "any")).isEmpty();
  }

  @Test
  void jobs_can_be_asked_for_by_whether_they_are_run() {
    assertThat(instancesOf(JobFilter.EXECUTABLE, true)).isEmpty();
    assertThat(instancesOf(JobFilter.NO_RETRIES_LEFT, true)).isEmpty();
    engine.clock().advance(Duration.ofSeconds(5));
    holdsOfTheFailed(JobFilter.EXECUTABLE, true);

    engine.runtime().setProcessInstanceSuspended(pausing.id(), true);
    holdsOfTheTimer(JobFilter.SUSPENDED, true);
    holdsOfTheFailed(JobFilter.ACTIVE, true);

    engine.management().setJobRetries(idOf(failing), 0);
    holdsOfTheFailed(JobFilter.NO_RETRIES_LEFT, true);
    holdsOfTheTimer(JobFilter.WITH_RETRIES_LEFT, true);
  }

  @Test
  void jobs_can_be_asked_for_by_their_priority() {
    engine.management().setJobPriority(idOf(failing), 5);

    holdsOfTheFailed(JobFilter.PRIORITY_HIGHER_THAN_OR_EQUALS, 5L);
    holdsOfTheTimer(JobFilter.PRIORITY_LOWER_THAN_OR_EQUALS, 4L);
    holdsOfTheFailed(JobFilter.JOB_ID, idOf(failing));
    holdsOfTheFailed(JobFilter.JOB_IDS, List.of(idOf(failing)));
  }

  private static String idOf(ProcessInstance instance) {
    return engine
        .management()
        .jobs(
            ListQuery.<JobFilter, JobSort>all().with(JobFilter.PROCESS_INSTANCE_ID, instance.id()))
        .get(0)
        .id();
  }
}
