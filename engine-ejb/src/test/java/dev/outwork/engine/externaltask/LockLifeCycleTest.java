package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Every way from one state of a lock to another (docs/rest-api.md, "Life cycle of an external task"
 * and "Expired locks").
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LockLifeCycleTest {
  /** start --> archive (external) --> end. */
  private static final BpmnModelInstance ARCHIVE =
      Bpmn.createExecutableProcess("archiving")
          .startEvent()
          .serviceTask("archive")
          .operatonExternalTask("archive")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  @Parameter TestDatabase database;

  private TestEngine engine;
  private TestWorker alice;
  private TestWorker bob;
  private ProcessInstance instance;

  @BeforeEach
  void startOneInstance() {
    engine = TestEngine.on(database);
    engine.deploy(ARCHIVE);
    instance = engine.start("archiving");
    alice = engine.worker("alice");
    bob = engine.worker("bob");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void a_locked_task_is_not_offered_to_anybody() {
    alice.fetchesOne("archive");

    assertThat(bob.fetches("archive")).isEmpty();
    assertThat(alice.fetches("archive")).isEmpty();
  }

  @Test
  void a_task_is_offered_again_once_its_lock_has_run_out() {
    alice.fetchesOne("archive");

    engine.clock().advance(LOCK);

    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void a_task_is_offered_again_after_its_lock_was_reclaimed() {
    alice.fetchesOne("archive");
    engine.clock().advance(LOCK);

    engine.reclaimLocks();

    assertThat(theTask().workerId()).isEqualTo("alice");
    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void a_lock_that_is_live_is_not_reclaimed() {
    alice.fetchesOne("archive");
    engine.clock().advance(LOCK.minus(A_MOMENT));

    engine.reclaimLocks();

    assertThat(bob.fetches("archive")).isEmpty();
  }

  @Test
  void an_end_that_was_passed_by_is_found_within_thirty_passes() throws SQLException {
    alice.fetchesOne("archive");
    engine.reclaimLocks();
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update external_task set locked_until = locked_until - interval '1' hour");

      for (int i = 0; i < 30; i++) {
        engine.reclaimLocks();
      }

      try (ResultSet row = statement.executeQuery("select state from external_task")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("OPEN");
      }
    }
  }

  @Test
  void completing_ends_the_instance() {
    alice.completes(alice.fetchesOne("archive"));

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void who_completes_second_is_told_that_the_task_does_not_exist() {
    LockedExternalTask task = alice.fetchesOne("archive");
    alice.completes(task);

    assertThatThrownBy(() -> alice.completes(task))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(task.task().id());
  }

  @Test
  void a_late_worker_completes_as_long_as_nobody_has_taken_over() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.clock().advance(LOCK.plus(A_MOMENT));

    alice.completes(task);

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_late_worker_is_refused_once_somebody_has_taken_over() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.clock().advance(LOCK);
    bob.fetchesOne("archive");

    assertThatThrownBy(() -> alice.completes(task))
        .isInstanceOf(WrongWorkerException.class)
        .hasMessageContaining("'alice'")
        .hasMessageContaining("'bob'");
  }

  @Test
  void only_the_holder_may_complete() {
    LockedExternalTask task = alice.fetchesOne("archive");

    assertThatThrownBy(() -> bob.completes(task)).isInstanceOf(WrongWorkerException.class);
    assertThat(engine.waitsAt(instance)).containsExactly("archive");
  }

  @Test
  void extending_measures_from_now() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.clock().advance(Duration.ofMinutes(4));

    engine.externalTasks().extendLock(task.task().id(), "alice", LOCK);

    assertThat(theTask().lockExpirationTime()).isEqualTo(engine.clock().instant().plus(LOCK));
  }

  @Test
  void a_lock_that_ends_at_this_moment_can_still_be_extended() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.clock().advance(LOCK);

    engine.externalTasks().extendLock(task.task().id(), "alice", LOCK);

    assertThat(bob.fetches("archive")).isEmpty();
  }

  @Test
  void a_lock_that_has_run_out_cannot_be_extended() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.clock().advance(LOCK.plus(A_MOMENT));

    assertThatThrownBy(() -> engine.externalTasks().extendLock(task.task().id(), "alice", LOCK))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Cannot extend a lock that expired");
  }

  @Test
  void unlocking_makes_a_task_fetchable_and_forgets_its_worker() {
    LockedExternalTask task = alice.fetchesOne("archive");

    engine.externalTasks().unlock(task.task().id());

    assertThat(theTask().workerId()).isNull();
    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void a_live_lock_cannot_be_taken_by_somebody_else() {
    LockedExternalTask task = alice.fetchesOne("archive");

    assertThatThrownBy(() -> engine.externalTasks().lock(task.task().id(), "bob", LOCK))
        .isInstanceOf(BadUserRequestException.class);
  }

  @Test
  void a_worker_may_replace_its_own_lock_by_a_shorter_one() {
    LockedExternalTask task = alice.fetchesOne("archive");

    engine.externalTasks().lock(task.task().id(), "alice", A_MOMENT);
    engine.clock().advance(A_MOMENT);

    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void a_failed_task_waits_for_its_retry_and_keeps_its_worker() {
    LockedExternalTask task = alice.fetchesOne("archive");

    alice.fails(task, 2, Duration.ofMinutes(1));

    assertThat(theTask().workerId()).isEqualTo("alice");
    assertThat(theTask().retries()).isEqualTo(2);
    assertThat(theTask().errorMessage()).isEqualTo("it did not work");
    assertThat(bob.fetches("archive")).isEmpty();
    engine.clock().advance(Duration.ofMinutes(1));
    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void a_failure_without_retries_left_opens_an_incident_and_hides_the_task() {
    LockedExternalTask task = alice.fetchesOne("archive");

    alice.fails(task, 0, Duration.ZERO);

    assertThat(openIncidents()).isEqualTo(1);
    engine.clock().advance(LOCK);
    engine.reclaimLocks();
    assertThat(bob.fetches("archive")).isEmpty();
  }

  @Test
  void setting_retries_resolves_the_incident_and_offers_the_task() {
    LockedExternalTask task = alice.fetchesOne("archive");
    alice.fails(task, 0, Duration.ZERO);

    engine.externalTasks().setRetries(task.task().id(), 1);

    assertThat(openIncidents()).isZero();
    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void completing_after_the_last_failure_resolves_the_incident() {
    LockedExternalTask task = alice.fetchesOne("archive");
    alice.fails(task, 0, Duration.ZERO);

    alice.completes(task);

    assertThat(openIncidents()).isZero();
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_suspended_task_is_neither_fetched_nor_completed() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    assertThatThrownBy(() -> alice.completes(task)).hasMessageContaining("is suspended");
    engine.clock().advance(LOCK);
    engine.reclaimLocks();
    assertThat(bob.fetches("archive")).isEmpty();
  }

  @Test
  void an_activated_task_is_what_it_was_before() {
    alice.fetchesOne("archive");
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    engine.runtime().setProcessInstanceSuspended(instance.id(), false);

    assertThat(bob.fetches("archive")).isEmpty();
    engine.clock().advance(LOCK);
    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void deleting_the_instance_takes_the_task_from_its_worker() {
    LockedExternalTask task = alice.fetchesOne("archive");

    engine.runtime().deleteProcessInstance(instance.id(), "no longer needed");

    assertThatThrownBy(() -> alice.completes(task)).isInstanceOf(NotFoundException.class);
    assertThat(engine.state(instance)).isEqualTo("EXTERNALLY_TERMINATED");
  }

  @Test
  void a_task_that_never_reached_its_worker_is_given_back_at_once() {
    LockedExternalTask task = alice.fetchesOne("archive");

    engine.externalTasks().giveBack(List.of(task));

    assertThat(bob.fetches("archive")).hasSize(1);
  }

  @Test
  void giving_back_releases_no_lock_that_was_taken_since() {
    LockedExternalTask task = alice.fetchesOne("archive");
    engine.clock().advance(LOCK.plus(A_MOMENT));
    bob.fetchesOne("archive");

    engine.externalTasks().giveBack(List.of(task));

    assertThat(theTask().workerId()).isEqualTo("bob");
  }

  @Test
  void giving_back_what_has_ended_changes_nothing() {
    LockedExternalTask task = alice.fetchesOne("archive");
    alice.completes(task);

    engine.externalTasks().giveBack(List.of(task));

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  private ExternalTask theTask() {
    return engine.externalTasks().externalTasks(ListQuery.all()).get(0);
  }

  private long openIncidents() {
    return engine.incidents().countIncidents(ListQuery.<IncidentFilter, IncidentSort>all());
  }
}
