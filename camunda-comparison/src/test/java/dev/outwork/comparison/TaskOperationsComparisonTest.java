package dev.outwork.comparison;

import static dev.outwork.comparison.OperationAct.act;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.SavedFilterDetails;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.variable.TypedValue;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operation log has of the work of people. */
class TaskOperationsComparisonTest {
  private static final Map<String, TypedValue> A = Map.of("a", TypedValue.integer(1));
  private static final Date DUE = new Date(4_000_000_000_000L);
  private static final Date LATER = new Date(4_100_000_000_000L);

  private static final Function<LoggedOnCamunda, String> CAMUNDA_DELEGATED =
      on -> {
        on.tasks.setAssignee(on.task, "joe");
        on.tasks.delegateTask(on.task, "ann");
        return null;
      };

  private static final Function<LoggedOnOutwork, String> OUTWORK_DELEGATED =
      on -> {
        on.tasks.setAssignee(on.task, "joe");
        on.tasks.delegateTask(on.task, "ann");
        return null;
      };

  private static final Function<LoggedOnCamunda, String> CAMUNDA_ASSIGNED =
      on -> {
        on.tasks.setAssignee(on.task, "joe");
        on.tasks.setOwner(on.task, "ann");
        on.tasks.addCandidateUser(on.task, "sue");
        on.tasks.addCandidateGroup(on.task, "sales");
        return null;
      };

  private static final Function<LoggedOnOutwork, String> OUTWORK_ASSIGNED =
      on -> {
        on.tasks.setAssignee(on.task, "joe");
        on.tasks.setOwner(on.task, "ann");
        on.tasks.addIdentityLink(on.task, IdentityLink.user("sue", "candidate"));
        on.tasks.addIdentityLink(on.task, IdentityLink.group("sales", "candidate"));
        return null;
      };

  private static final Function<LoggedOnCamunda, String> CAMUNDA_FILTER =
      on -> on.filters.saveFilter(on.filters.newTaskFilter("mine")).getId();

  private static final Function<LoggedOnOutwork, String> OUTWORK_FILTER =
      on -> on.filters.createFilter(filter("mine")).id();

  private static SavedFilterDetails filter(String name) {
    return new SavedFilterDetails(name, null, "{}", "{}");
  }

  static Stream<OperationAct> acts() {
    return Stream.of(
        act(
                "change a filter",
                on -> on.filters.saveFilter(on.filters.getFilter(on.subject).setName("ours")),
                on -> on.filters.saveFilter(on.subject, filter("ours")))
            .after(CAMUNDA_FILTER, OUTWORK_FILTER),
        act(
                "delete a filter",
                on -> on.filters.deleteFilter(on.subject),
                on -> on.filters.deleteFilter(on.subject))
            .after(CAMUNDA_FILTER, OUTWORK_FILTER),
        act("claim", on -> on.tasks.claim(on.task, "joe"), on -> on.tasks.claim(on.task, "joe")),
        act(
                "claim again",
                on -> on.tasks.claim(on.task, "joe"),
                on -> on.tasks.claim(on.task, "joe"))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act("unclaim", on -> on.tasks.claim(on.task, null), on -> on.tasks.claim(on.task, null))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
            "assign",
            on -> on.tasks.setAssignee(on.task, "joe"),
            on -> on.tasks.setAssignee(on.task, "joe")),
        act(
                "assign again",
                on -> on.tasks.setAssignee(on.task, "joe"),
                on -> on.tasks.setAssignee(on.task, "joe"))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
            "set owner",
            on -> on.tasks.setOwner(on.task, "joe"),
            on -> on.tasks.setOwner(on.task, "joe")),
        act(
            "delegate",
            on -> on.tasks.delegateTask(on.task, "bob"),
            on -> on.tasks.delegateTask(on.task, "bob")),
        act(
                "delegate what is assigned",
                on -> on.tasks.delegateTask(on.task, "bob"),
                on -> on.tasks.delegateTask(on.task, "bob"))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
                "resolve",
                on -> on.tasks.resolveTask(on.task),
                on -> on.tasks.resolveTask(on.task, Map.of()))
            .after(CAMUNDA_DELEGATED, OUTWORK_DELEGATED),
        act(
                "resolve with variables",
                on -> on.tasks.resolveTask(on.task, Map.of("a", 1)),
                on -> on.tasks.resolveTask(on.task, A))
            .after(CAMUNDA_DELEGATED, OUTWORK_DELEGATED),
        act("save", TaskOperationsComparisonTest::save, TaskOperationsComparisonTest::save),
        act(
            "save unchanged",
            on -> on.tasks.saveTask(task(on)),
            on ->
                on.tasks.saveTask(
                    on.task, new TaskDetails(null, null, null, null, null, null, null, 50))),
        act(
            "complete",
            on -> on.tasks.complete(on.task),
            on -> on.tasks.complete(on.task, Map.of())),
        act(
            "complete with variables",
            on -> on.tasks.complete(on.task, Map.of("a", 1)),
            on -> on.tasks.complete(on.task, A)),
        act(
            "submit",
            on -> on.forms.submitTaskForm(on.task, Map.of("a", 1)),
            on -> on.forms.submitTaskForm(on.task, A)),
        act(
                "submit what is delegated",
                on -> on.forms.submitTaskForm(on.task, Map.of("a", 1)),
                on -> on.forms.submitTaskForm(on.task, A))
            .after(CAMUNDA_DELEGATED, OUTWORK_DELEGATED),
        act(
            "error",
            on -> on.tasks.handleBpmnError(on.task, "code"),
            on -> on.tasks.handleBpmnError(on.task, "code", null, Map.of())),
        act(
            "set variable",
            on -> on.tasks.setVariable(on.task, "a", 1),
            on -> on.tasks.changeVariables(on.task, A, List.of())),
        act(
            "set local variable",
            on -> on.tasks.setVariableLocal(on.task, "a", 1),
            on -> on.tasks.changeVariablesLocal(on.task, A, List.of())),
        act(
            "remove variable",
            on -> on.tasks.removeVariable(on.task, "a"),
            on -> on.tasks.changeVariables(on.task, Map.of(), List.of("a"))),
        act(
            "change variables",
            on ->
                ((TaskServiceImpl) on.tasks).updateVariables(on.task, Map.of("a", 1), List.of("b")),
            on -> on.tasks.changeVariables(on.task, A, List.of("b"))),
        act(
            "add candidate",
            on -> on.tasks.addCandidateUser(on.task, "joe"),
            on -> on.tasks.addIdentityLink(on.task, IdentityLink.user("joe", "candidate"))),
        act(
                "add candidate again",
                on -> on.tasks.addCandidateUser(on.task, "sue"),
                on -> on.tasks.addIdentityLink(on.task, IdentityLink.user("sue", "candidate")))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
            "add candidate group",
            on -> on.tasks.addCandidateGroup(on.task, "it"),
            on -> on.tasks.addIdentityLink(on.task, IdentityLink.group("it", "candidate"))),
        act(
            "add other link",
            on -> on.tasks.addUserIdentityLink(on.task, "joe", "reviewer"),
            on -> on.tasks.addIdentityLink(on.task, IdentityLink.user("joe", "reviewer"))),
        act(
            "link assignee",
            on -> on.tasks.addUserIdentityLink(on.task, "bob", "assignee"),
            on -> on.tasks.addIdentityLink(on.task, IdentityLink.user("bob", "assignee"))),
        act(
            "link owner",
            on -> on.tasks.addUserIdentityLink(on.task, "bob", "owner"),
            on -> on.tasks.addIdentityLink(on.task, IdentityLink.user("bob", "owner"))),
        act(
                "delete candidate",
                on -> on.tasks.deleteCandidateUser(on.task, "sue"),
                on -> on.tasks.deleteIdentityLink(on.task, IdentityLink.user("sue", "candidate")))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
                "delete candidate group",
                on -> on.tasks.deleteCandidateGroup(on.task, "sales"),
                on ->
                    on.tasks.deleteIdentityLink(on.task, IdentityLink.group("sales", "candidate")))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
            "delete candidate that is none",
            on -> on.tasks.deleteCandidateUser(on.task, "joe"),
            on -> on.tasks.deleteIdentityLink(on.task, IdentityLink.user("joe", "candidate"))),
        act(
                "unlink assignee",
                on -> on.tasks.deleteUserIdentityLink(on.task, "joe", "assignee"),
                on -> on.tasks.deleteIdentityLink(on.task, IdentityLink.user("joe", "assignee")))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED),
        act(
                "unlink owner",
                on -> on.tasks.deleteUserIdentityLink(on.task, "ann", "owner"),
                on -> on.tasks.deleteIdentityLink(on.task, IdentityLink.user("ann", "owner")))
            .after(CAMUNDA_ASSIGNED, OUTWORK_ASSIGNED));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void both_logs_say_the_same(OperationAct act) {
    act.assertSameLog();
  }

  private static void save(LoggedOnCamunda on) {
    Task task = task(on);
    task.setName("name");
    task.setDescription("description");
    task.setAssignee("joe");
    task.setOwner("ann");
    task.setPriority(7);
    task.setDueDate(DUE);
    task.setFollowUpDate(LATER);
    task.setDelegationState(org.camunda.bpm.engine.task.DelegationState.PENDING);
    on.tasks.saveTask(task);
  }

  private static void save(LoggedOnOutwork on) {
    on.tasks.saveTask(
        on.task,
        new TaskDetails(
            "name",
            "description",
            "joe",
            "ann",
            DelegationState.PENDING,
            Instant.ofEpochMilli(DUE.getTime()),
            Instant.ofEpochMilli(LATER.getTime()),
            7));
  }

  private static Task task(LoggedOnCamunda on) {
    return on.tasks.createTaskQuery().taskId(on.task).singleResult();
  }
}
