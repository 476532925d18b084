package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates before October 1582, which some classes of Java count by another calendar. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AncientDatesTest {
  /** start --> ask (user task), wait (a timer at it). */
  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="dated" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="ask"/>
          <userTask id="ask" camunda:dueDate="${date}" camunda:followUpDate="${text}"/>
          <boundaryEvent id="wait" attachedToRef="ask">
            <timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition>
          </boundaryEvent>
        </process>
      </definitions>
      """;

  private static TestEngine engine;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) {
    engine = TestEngine.on(database);
    engine.deploy(PROCESS);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
  }

  @AfterEach
  void endWhatStillRuns() {
    engine.endWhatStillRuns();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "0500-02-28T12:30:00.250Z",
        "1582-10-04T23:59:59.999Z",
        "1582-10-10T00:00:00Z",
        "1582-10-15T00:00:00Z"
      })
  void a_date_stays_where_it_is(Instant date) {
    ProcessInstance instance =
        engine.start(
            "dated", Map.of("date", TypedValue.of(ValueType.DATE, date), "text", date.toString()));

    assertThat(engine.runtime().variables(instance.id()).get("date").value()).isEqualTo(date);
    assertThat(instances(Operator.EQUALS, date)).isEqualTo(1);
    assertThat(instances(Operator.LESS, date.plusMillis(1))).isEqualTo(1);
    assertThat(instances(Operator.LESS, date)).isZero();
    assertThat(instances(Operator.GREATER_OR_EQUALS, date)).isEqualTo(1);
    assertThat(instances(Operator.GREATER, date)).isZero();

    Task task = tasks(TaskFilter.DUE_DATE, date).get(0);
    assertThat(task.details().due()).isEqualTo(date);
    assertThat(task.details().followUp()).isEqualTo(date);
    assertThat(tasks(TaskFilter.FOLLOW_UP_BEFORE, date)).isEmpty();
    assertThat(tasks(TaskFilter.DUE_BEFORE, date.plusSeconds(1))).hasSize(1);
    assertThat(tasks(TaskFilter.DUE_AFTER, date)).isEmpty();

    Instant later = date.plus(Duration.ofDays(3));
    TaskDetails details = task.details();
    engine
        .tasks()
        .saveTask(
            task.id(),
            new TaskDetails(
                details.name(),
                details.description(),
                details.assignee(),
                details.owner(),
                details.delegationState(),
                later,
                later,
                details.priority()));
    assertThat(tasks(TaskFilter.FOLLOW_UP_DATE, later))
        .extracting(saved -> saved.details().due())
        .containsExactly(later);

    engine.management().setJobDuedate(jobs(JobFilter.ACTIVE, true).get(0).id(), date, false);
    assertThat(jobs(JobFilter.DUE_BEFORE, date.plusSeconds(1)))
        .extracting(Job::dueDate)
        .containsExactly(date);
    assertThat(jobs(JobFilter.DUE_AFTER, date.plusSeconds(1))).isEmpty();
    engine.runDueJobs();
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  private static long instances(Operator operator, Instant date) {
    return engine
        .runtime()
        .countProcessInstances(
            ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                .with(
                    ProcessInstanceFilter.VARIABLES,
                    List.of(new VariableCondition("date", operator, date, false, false))));
  }

  private static List<Task> tasks(TaskFilter filter, Instant date) {
    return engine.tasks().tasks(ListQuery.<TaskFilter, TaskSort>all().with(filter, date));
  }

  private static List<Job> jobs(JobFilter filter, Object value) {
    return engine.management().jobs(ListQuery.<JobFilter, JobSort>all().with(filter, value));
  }
}
