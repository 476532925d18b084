package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Retries, priorities, and the incidents that go with them (docs/rest-api.md, "Set retries", "Set
 * priority" and "Retries and incidents").
 */
class RetriesTest extends SharedEngineTest {
  /** start --> work (external) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  private ProcessInstance instance;
  private LockedExternalTask task;

  @BeforeEach
  void lockOneTask() {
    engine.deploy(WORK);
    instance = engine.start("working");
    task = alice.fetchesOne("work");
  }

  @Test
  void setting_retries_leaves_the_lock_alone() {
    engine.externalTasks().setRetries(task.task().id(), 5);

    assertThat(theTask().retries()).isEqualTo(5);
    assertThat(theTask().workerId()).isEqualTo("alice");
    assertThat(theTask().lockExpirationTime()).isEqualTo(task.task().lockExpirationTime());
    assertThat(incidents()).isEmpty();
  }

  @Test
  void setting_retries_to_zero_opens_an_incident_and_the_holder_may_still_complete() {
    engine.externalTasks().setRetries(task.task().id(), 0);

    assertThat(incidents()).hasSize(1);
    alice.completes(task);
    assertThat(incidents()).isEmpty();
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_second_failure_without_retries_opens_no_second_incident() {
    alice.fails(task, 0, Duration.ZERO);
    Incident first = incidents().get(0);

    alice.fails(task, 0, Duration.ZERO);
    engine.externalTasks().setRetries(task.task().id(), 0);

    assertThat(incidents()).containsExactly(first);
  }

  @Test
  void retries_that_come_back_while_the_lock_is_live_do_not_end_it() {
    engine.externalTasks().setRetries(task.task().id(), 0);

    engine.externalTasks().setRetries(task.task().id(), 1);

    assertThat(incidents()).isEmpty();
    assertThat(bob.fetches("work")).isEmpty();
    engine.clock().advance(Duration.ofMinutes(5));
    assertThat(bob.fetches("work")).hasSize(1);
  }

  @Test
  void retries_of_several_tasks_are_set_at_once() {
    engine.start("working");
    List<String> ids = tasks().stream().map(ExternalTask::id).toList();

    engine.externalTasks().setRetries(List.of(ids.get(1), ids.get(0), ids.get(1)), 3);

    assertThat(tasks()).extracting(ExternalTask::retries).containsExactly(3, 3);
  }

  @Test
  void retries_of_a_suspended_task_can_be_set_and_count_when_it_is_activated() {
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    engine.externalTasks().setRetries(task.task().id(), 0);
    engine.runtime().setProcessInstanceSuspended(instance.id(), false);

    engine.clock().advance(Duration.ofMinutes(5));
    assertThat(incidents()).hasSize(1);
    assertThat(alice.fetches("work")).isEmpty();
  }

  @Test
  void a_task_without_retries_can_be_locked_and_completed() {
    alice.fails(task, 0, Duration.ZERO);
    engine.clock().advance(Duration.ofMillis(1));

    engine.externalTasks().lock(task.task().id(), "bob", Duration.ofMinutes(1));
    bob.completes(task);

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_suspended_task_can_be_locked_unlocked_and_given_another_priority() {
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    String id = task.task().id();

    engine.externalTasks().unlock(id);
    engine.externalTasks().setPriority(id, Long.MIN_VALUE);
    engine.externalTasks().lock(id, "bob", Duration.ofMinutes(1));

    assertThat(theTask().suspended()).isTrue();
    assertThat(theTask().workerId()).isEqualTo("bob");
    assertThat(theTask().priority()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void deleting_the_instance_deletes_the_incident() {
    alice.fails(task, 0, Duration.ZERO);
    String id = incidents().get(0).id();

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(incidents()).isEmpty();
    assertThat(engine.incidents().incident(id)).isEmpty();
  }

  private List<ExternalTask> tasks() {
    return engine.externalTasks().externalTasks(ListQuery.all());
  }

  private ExternalTask theTask() {
    return engine.externalTasks().externalTask(task.task().id()).orElseThrow();
  }

  private List<Incident> incidents() {
    return engine.incidents().incidents(ListQuery.all());
  }
}
