package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.TerminateEventDefinition;

/** Timers of instances. */
class TimersTest extends SharedEngineTest {

  /** start --> pause (10 minutes) --> work (external) --> end. */
  private static final BpmnModelInstance PAUSE =
      Bpmn.createExecutableProcess("pausing")
          .startEvent()
          .intermediateCatchEvent("pause")
          .timerWithDuration("PT10M")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  /** start --> work (external) --> end, and beside it, by a timer, late --> alarm (external). */
  private static BpmnModelInstance watched(boolean interrupts, String cycle) {
    return Bpmn.createExecutableProcess("watched")
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask("work")
        .endEvent()
        .moveToActivity("work")
        .boundaryEvent("late")
        .cancelActivity(interrupts)
        .timerWithCycle(cycle)
        .serviceTask("alarm")
        .operatonExternalTask("alarm")
        .endEvent()
        .done();
  }

  private static List<Job> jobs() {
    return engine.management().jobs(ListQuery.all());
  }

  private static void minutesPass(int minutes) {
    engine.clock().advance(Duration.ofMinutes(minutes));
    engine.runDueJobs();
  }

  @Test
  void a_timer_fires_when_it_is_due_and_not_before() {
    Instant began = engine.clock().instant();
    ProcessInstance instance = start(PAUSE);
    assertThat(jobs())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.dueDate()).isEqualTo(began.plus(Duration.ofMinutes(10)));
              assertThat(job.processInstanceId()).isEqualTo(instance.id());
              assertThat(job.processDefinitionId()).isEqualTo(instance.processDefinitionId());
              assertThat(job.retries()).isEqualTo(3);
            });

    minutesPass(9);
    assertThat(engine.waitsAt(instance)).containsExactly("pause");

    minutesPass(1);
    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_timer_that_was_missed_fires_at_once() {
    ProcessInstance instance = start(PAUSE);

    minutesPass(600);

    assertThat(engine.waitsAt(instance)).containsExactly("work");
  }

  @Test
  void a_date_may_come_from_a_variable() {
    BpmnModelInstance process =
        Bpmn.createExecutableProcess("appointment")
            .startEvent()
            .intermediateCatchEvent("wait")
            .timerWithDate("${when}")
            .serviceTask("work")
            .operatonExternalTask("work")
            .endEvent()
            .done();
    Instant when = engine.clock().instant().plusSeconds(90);

    ProcessInstance instance = start(process, Map.of("when", TypedValue.string(when.toString())));
    engine.clock().advance(Duration.ofSeconds(89));
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("wait");
    engine.clock().advance(Duration.ofSeconds(1));
    engine.runDueJobs();

    assertThat(engine.waitsAt(instance)).containsExactly("work");
  }

  @Test
  void an_interrupting_timer_ends_its_activity_and_happens_once() {
    ProcessInstance instance = start(watched(true, "R3/PT10M"));

    minutesPass(10);

    assertThat(engine.waitsAt(instance)).containsExactly("alarm");
    assertThat(alice.fetches("work")).isEmpty();
    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_timer_that_does_not_interrupt_happens_as_often_as_its_cycle_says() {
    ProcessInstance instance = start(watched(false, "R3/PT10M"));

    minutesPass(10);
    assertThat(engine.waitsAt(instance)).containsExactly("alarm", "work");
    minutesPass(10);
    assertThat(engine.waitsAt(instance)).containsExactly("alarm", "alarm", "work");
    minutesPass(10);

    assertThat(engine.waitsAt(instance)).containsExactly("alarm", "alarm", "alarm", "work");
    assertThat(jobs()).isEmpty();
  }

  @Test
  void times_of_a_cycle_that_were_missed_are_not_made_up_for() {
    Instant began = engine.clock().instant();
    ProcessInstance instance = start(watched(false, "R/PT10M"));

    minutesPass(35);

    assertThat(engine.waitsAt(instance)).containsExactly("alarm", "work");
    assertThat(jobs()).extracting(Job::dueDate).containsExactly(began.plus(Duration.ofMinutes(40)));
  }

  @Test
  void a_timer_goes_with_its_activity() {
    ProcessInstance instance = start(watched(false, "R/PT10M"));

    alice.does("work");

    assertThat(jobs()).isEmpty();
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_timer_whose_event_ends_the_instance_is_not_there_again() {
    BpmnModelInstance process =
        Bpmn.createExecutableProcess("deadline")
            .startEvent()
            .serviceTask("work")
            .operatonExternalTask("work")
            .endEvent()
            .moveToActivity("work")
            .boundaryEvent("late")
            .cancelActivity(false)
            .timerWithCycle("R/PT10M")
            .endEvent("over")
            .done();
    EndEvent over = process.getModelElementById("over");
    over.getEventDefinitions().add(process.newInstance(TerminateEventDefinition.class));
    ProcessInstance instance = start(process);

    minutesPass(10);

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_timer_of_an_instance_that_is_deleted_is_deleted() {
    ProcessInstance instance = start(PAUSE);

    engine.runtime().deleteProcessInstance(instance.id(), "enough");

    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_timer_of_a_suspended_instance_waits_until_it_is_activated() {
    ProcessInstance instance = start(PAUSE);

    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    minutesPass(20);
    assertThat(engine.waitsAt(instance)).containsExactly("pause");
    assertThat(jobs()).extracting(Job::suspended).containsExactly(true);

    engine.runtime().setProcessInstanceSuspended(instance.id(), false);
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("work");
  }

  @Test
  void a_job_that_nobody_suspended_with_its_instance_waits_as_the_others_do() {
    ProcessInstance instance = start(PAUSE);
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    meddle("update job set suspended = false where process_instance_id = ?", instance.id());

    minutesPass(10);

    assertThat(engine.waitsAt(instance)).containsExactly("pause");
    assertThat(jobs()).extracting(Job::suspended).containsExactly(true);
  }

  @Test
  void a_job_that_comes_too_late_for_its_instance_goes_by_itself() {
    ProcessInstance instance = start(PAUSE);
    meddle(
        "update process_instance set state = 'COMPLETED', ended_at = started_at where id = ?",
        instance.id());

    minutesPass(10);

    assertThat(jobs()).isEmpty();
    assertThat(
            Rows.strings(
                engine.database(),
                "select activity_id from activity_instance where process_instance_id = ? and ended_at is null",
                instance.id()))
        .containsExactly("pause");
  }

  private static void meddle(String statement, String id) {
    Rows.change(engine.database(), statement, id);
  }
}
