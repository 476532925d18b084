package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.Page;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What callers may do with user tasks once there are grants. */
class UserTaskRightsTest extends GrantedEngineTest {
  private static final Map<String, TypedValue> DONE = Map.of("done", TypedValue.bool(true));
  private static final IdentityLink CANDIDATE = IdentityLink.user("jim", IdentityLink.CANDIDATE);

  private Task task;

  /** start --> check (user) --> end. */
  private static BpmnModelInstance process(String key) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .userTask("check")
        .operatonAssignee("mary")
        .endEvent()
        .done();
  }

  @BeforeEach
  void startInstances() {
    deploy(process("payment"), process("shipment"));
    as("root", () -> engine.start("payment", Map.of("amount", 5)));
    as("root", () -> engine.start("shipment", Map.of("weight", 7)));
    task = as("reader", () -> tasks().tasks(ListQuery.all())).get(0);
  }

  /** Each with a task id. */
  private List<Consumer<String>> changes() {
    return List.of(
        id -> tasks().claim(id, "mary"),
        id -> tasks().setAssignee(id, "mary"),
        id -> tasks().setOwner(id, "mary"),
        id -> tasks().delegateTask(id, "mary"),
        id -> tasks().resolveTask(id, DONE),
        id -> tasks().saveTask(id, task.details()),
        id -> tasks().complete(id, DONE),
        id -> tasks().completeWithVariablesInReturn(id, DONE),
        id -> tasks().handleBpmnError(id, "code", null, DONE),
        id -> tasks().handleEscalation(id, "code", DONE),
        id -> tasks().changeVariables(id, DONE, List.of()),
        id -> tasks().changeVariablesLocal(id, DONE, List.of()),
        id -> tasks().addIdentityLink(id, CANDIDATE),
        id -> tasks().deleteIdentityLink(id, CANDIDATE));
  }

  private static List<Consumer<String>> questionsForVariables() {
    return List.of(
        id -> tasks().variables(id),
        id -> tasks().variable(id, "amount"),
        id -> tasks().variablesLocal(id),
        id -> tasks().variableLocal(id, "amount"));
  }

  @Test
  void a_task_of_a_process_that_one_may_not_see_is_one_that_does_not_exist() {
    changes().forEach(verb -> assertLikeMissing(task.id(), verb));
    questionsForVariables().forEach(verb -> assertLikeMissing(task.id(), verb));
    assertLikeMissing(task.id(), id -> tasks().identityLinks(id));
    assertLikeMissing(
        task.id(), id -> tasks().task(id).orElseThrow(() -> new NotFoundException(id)));
    assertThat(as("root", () -> tasks().task(task.id()))).contains(task);
  }

  @Test
  void a_task_that_one_may_only_see_is_refused() {
    changes().forEach(verb -> assertForbidden("reader", () -> verb.accept(task.id())));
    changes().forEach(verb -> assertForbidden("auditor", () -> verb.accept(task.id())));

    assertThat(as("reader", () -> tasks().variables(task.id()))).containsOnlyKeys("amount");
    assertThat(as("reader", () -> tasks().identityLinks(task.id())))
        .containsExactly(IdentityLink.user("mary", IdentityLink.ASSIGNEE));
  }

  @Test
  void who_reads_without_variables_sees_the_task_alone() {
    assertThat(as("auditor", () -> tasks().task(task.id()))).contains(task);
    questionsForVariables()
        .forEach(verb -> assertForbidden("auditor", () -> verb.accept(task.id())));
  }

  /** Whether a condition holds tells the value. */
  @Test
  void conditions_on_variables_hold_only_where_one_may_read_them() {
    assertThat(as("root", UserTaskRightsTest::withAmountOfFive)).isEqualTo(1);
    assertThat(as("auditor", UserTaskRightsTest::withAmountOfFive)).isZero();
  }

  private static long withAmountOfFive() {
    VariableCondition isFive =
        new VariableCondition("amount", VariableCondition.Operator.EQUALS, 5, false, false);
    return engine
        .tasks()
        .countTasks(
            ListQuery.<TaskFilter, TaskSort>all()
                .with(TaskFilter.PROCESS_VARIABLES, List.of(isFive)));
  }

  @Test
  void who_may_operate_on_the_process_does_its_tasks() {
    as("cashier", () -> tasks().claim(task.id(), "mary"));
    as("cashier", () -> tasks().addIdentityLink(task.id(), CANDIDATE));

    assertThat(as("cashier", () -> tasks().completeWithVariablesInReturn(task.id(), DONE)))
        .containsOnlyKeys("amount", "done");
    assertThat(seenBy("cashier")).isEmpty();
  }

  @Test
  void who_may_not_read_the_variables_gets_those_that_it_sent() {
    assertThat(as("starter", () -> tasks().completeWithVariablesInReturn(task.id(), DONE)))
        .isEqualTo(DONE);
  }

  @Test
  void lists_and_counts_have_what_one_may_read_whatever_the_alternatives() {
    assertThat(seenBy("reader")).containsExactly("payment");
    assertThat(seenBy("auditor")).containsExactly("payment");
    assertThat(seenBy("stranger")).containsExactly("shipment");
    assertThat(seenBy("operator")).containsExactlyInAnyOrder("payment", "shipment");
    assertThat(seenBy("starter")).isEmpty();
    assertThat(tasks().tasks(ListQuery.all())).isEmpty();

    Map<TaskFilter, Object> either =
        Map.of(TaskFilter.PROCESS_DEFINITION_KEY, "shipment", TaskFilter.ASSIGNEE, "mary");
    assertThat(
            as(
                "reader",
                () ->
                    tasks().tasks(new ListQuery<>(Map.of(), List.of(either), List.of(), Page.ALL))))
        .containsExactly(task);
  }

  private static List<String> seenBy(String user) {
    return as(
        user,
        () -> {
          List<Task> found = tasks().tasks(ListQuery.all());
          assertThat(tasks().countTasks(ListQuery.all())).isEqualTo(found.size());
          return found.stream().map(one -> one.processDefinitionId().split(":")[0]).toList();
        });
  }

  private static TaskService tasks() {
    return engine.tasks();
  }
}
