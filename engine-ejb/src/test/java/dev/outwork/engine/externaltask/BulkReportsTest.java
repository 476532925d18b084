package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.SharedEngineTest;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ParallelGatewayBuilder;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.TerminateEventDefinition;

/** Many reports at a time, each with an outcome of its own (docs/rest-api.md, "Bulk reports"). */
class BulkReportsTest extends SharedEngineTest {
  private static final TypedValue YES = new TypedValue(ValueType.BOOLEAN, true, Map.of());

  @Test
  void all_tasks_are_completed_each_with_its_results() {
    List<ProcessInstance> instances = start(twoSteps(), 3);
    List<LockedExternalTask> tasks = alice.fetches("first");

    List<ReportOutcome> outcomes =
        completes(
            tasks.stream()
                .map(task -> new CompletedTask(id(task), Map.of("done", YES), Map.of()))
                .toList());

    assertThat(outcomes).allMatch(ReportOutcome::isTaken);
    assertThat(outcomes)
        .extracting(ReportOutcome::id)
        .containsExactlyElementsOf(tasks.stream().map(BulkReportsTest::id).toList());
    assertThat(alice.fetches("second"))
        .hasSize(3)
        .allSatisfy(task -> assertThat(task.variables()).containsEntry("done", YES));
    assertThat(instances).allSatisfy(one -> assertThat(engine.waitsAt(one)).contains("second"));
  }

  @Test
  void all_failures_are_recorded_each_with_its_retries() {
    start(twoSteps(), 2);
    List<LockedExternalTask> tasks = alice.fetches("first");

    List<ReportOutcome> outcomes =
        fails(
            failed(tasks.get(0), Failure.of("try again", 2, Duration.ZERO)),
            failed(tasks.get(1), Failure.of("give up", 0, Duration.ZERO)));

    assertThat(outcomes).allMatch(ReportOutcome::isTaken);
    LockedExternalTask again = bob.fetchesOne("first");
    assertThat(again.task().id()).isEqualTo(id(tasks.get(0)));
    assertThat(again.task().retries()).isEqualTo(2);
    assertThat(engine.incidents().incidents(ListQuery.all()))
        .extracting(incident -> incident.configuration())
        .containsExactly(id(tasks.get(1)));
  }

  @Test
  void what_is_refused_is_an_outcome_of_its_own_and_the_others_are_done() {
    List<ProcessInstance> instances = start(twoSteps(), 4);
    List<LockedExternalTask> tasks = alice.fetches(3, "first");
    LockedExternalTask ofBob = bob.fetchesOne("first");
    engine.runtime().setProcessInstanceSuspended(tasks.get(1).task().processInstanceId(), true);

    List<ReportOutcome> outcomes =
        completes(
            List.of(
                CompletedTask.of("unknown"),
                CompletedTask.of(id(tasks.get(0))),
                CompletedTask.of(id(tasks.get(1))),
                CompletedTask.of(id(ofBob)),
                CompletedTask.of(id(tasks.get(0))),
                CompletedTask.of(id(tasks.get(2)))));

    assertThat(kinds(outcomes))
        .containsExactly(
            NotFoundException.class,
            null,
            SuspendedEntityInteractionException.class,
            WrongWorkerException.class,
            BadUserRequestException.class,
            null);
    assertThat(instances.stream().filter(one -> engine.waitsAt(one).contains("second"))).hasSize(2);
  }

  @Test
  void a_failure_with_a_negative_number_is_refused_and_the_others_are_recorded() {
    start(twoSteps(), 3);
    List<LockedExternalTask> tasks = alice.fetches("first");

    List<ReportOutcome> outcomes =
        fails(
            failed(tasks.get(0), Failure.of("negative retries", -1, Duration.ZERO)),
            failed(tasks.get(1), Failure.of("negative timeout", 1, Duration.ofMillis(-1))),
            failed(tasks.get(2), Failure.of("right", 1, Duration.ZERO)));

    assertThat(kinds(outcomes))
        .containsExactly(ProcessEngineException.class, ProcessEngineException.class, null);
    assertThat(bob.fetches("first")).hasSize(1);
  }

  @Test
  void what_fails_further_on_is_undone_alone() {
    engine.deploy(choice());
    for (int i = 0; i < 7; i++) {
      engine.start("choice", Map.of("known", new TypedValue(ValueType.BOOLEAN, i != 3, Map.of())));
    }
    List<LockedExternalTask> tasks = alice.fetches("decide");
    int stuck =
        IntStream.range(0, tasks.size())
            .filter(i -> tasks.get(i).variables().get("known").value().equals(false))
            .findFirst()
            .orElseThrow();

    List<ReportOutcome> outcomes =
        completes(tasks.stream().map(task -> CompletedTask.of(id(task))).toList());

    List<Class<?>> expected = new ArrayList<>();
    IntStream.range(0, 7)
        .forEach(i -> expected.add(i == stuck ? ProcessEngineException.class : null));
    assertThat(kinds(outcomes)).isEqualTo(expected);
    assertThat(alice.fetches("after")).hasSize(6);
    assertThat(engine.externalTasks().externalTask(id(tasks.get(stuck))))
        .hasValueSatisfying(task -> assertThat(task.workerId()).isEqualTo("alice"));
  }

  @Test
  void branches_of_one_instance_that_are_completed_together_join_once() {
    ProcessInstance instance = start(Forks.andJoin("joining", 3));

    List<ReportOutcome> outcomes =
        completes(
            alice.fetches("branch").stream().map(task -> CompletedTask.of(id(task))).toList());

    assertThat(outcomes).hasSize(3).allMatch(ReportOutcome::isTaken);
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  @Test
  void a_task_that_the_report_before_takes_away_is_not_there_any_more() {
    start(race());
    List<LockedExternalTask> tasks = alice.fetches("race");

    List<ReportOutcome> outcomes =
        completes(tasks.stream().map(task -> CompletedTask.of(id(task))).toList());

    assertThat(kinds(outcomes)).containsExactly(null, NotFoundException.class);
  }

  @Test
  void nobody_is_nobody() {
    assertThatThrownBy(() -> engine.externalTasks().completeAll(null, List.of()))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void more_than_a_thousand_are_refused_and_none_is_reported() {
    start(twoSteps(), 1);
    LockedExternalTask task = alice.fetchesOne("first");
    List<CompletedTask> many = new ArrayList<>(List.of(CompletedTask.of(id(task))));
    IntStream.range(0, ExternalTaskService.MOST_REPORTS)
        .forEach(i -> many.add(CompletedTask.of("task" + i)));

    assertThatThrownBy(() -> completes(many))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("Cannot take 1001 reports in one request: at most 1000 are allowed");
    assertThat(engine.externalTasks().externalTask(id(task))).isPresent();
  }

  @Test
  void a_caller_with_a_transaction_is_refused() {
    assertThatThrownBy(() -> engine.inTransaction(() -> completes(List.of())))
        .isInstanceOf(EJBException.class);
  }

  private static List<ReportOutcome> completes(List<CompletedTask> completed) {
    return engine.externalTasks().completeAll("alice", completed);
  }

  private static List<ReportOutcome> fails(FailedTask... failed) {
    return engine.externalTasks().handleFailures("alice", List.of(failed));
  }

  private static FailedTask failed(LockedExternalTask task, Failure failure) {
    return new FailedTask(id(task), failure);
  }

  private static String id(LockedExternalTask task) {
    return task.task().id();
  }

  private static List<Class<?>> kinds(List<ReportOutcome> outcomes) {
    List<Class<?>> kinds = new ArrayList<>();
    outcomes.forEach(outcome -> kinds.add(outcome.isTaken() ? null : outcome.failure().getClass()));
    return kinds;
  }

  private static List<ProcessInstance> start(BpmnModelInstance model, int count) {
    String id = engine.deploy(model).id();
    return IntStream.range(0, count)
        .mapToObj(i -> engine.runtime().startProcessInstance(id, null, Map.of()))
        .toList();
  }

  /** start --> first (external) --> second (external) --> end. */
  private static BpmnModelInstance twoSteps() {
    return Bpmn.createExecutableProcess("steps")
        .startEvent()
        .serviceTask("first")
        .operatonExternalTask("first")
        .serviceTask("second")
        .operatonExternalTask("second")
        .endEvent()
        .done();
  }

  /** start --> decide (external) --> x --> [known] after (external) --> end; no other way out. */
  private static BpmnModelInstance choice() {
    return Bpmn.createExecutableProcess("choice")
        .startEvent()
        .serviceTask("decide")
        .operatonExternalTask("decide")
        .exclusiveGateway("way")
        .condition("known", "${known}")
        .serviceTask("after")
        .operatonExternalTask("after")
        .endEvent()
        .done();
  }

  /** start --> + --> twice: race (external) --> terminate. */
  private static BpmnModelInstance race() {
    ParallelGatewayBuilder fork =
        Bpmn.createExecutableProcess("race").startEvent().parallelGateway("fork");
    IntStream.range(0, 2)
        .forEach(
            i -> fork.serviceTask("race" + i).operatonExternalTask("race").endEvent("over" + i));
    BpmnModelInstance model = fork.done();
    for (EndEvent over : model.getModelElementsByType(EndEvent.class)) {
      over.getEventDefinitions().add(model.newInstance(TerminateEventDefinition.class));
    }
    return model;
  }
}
