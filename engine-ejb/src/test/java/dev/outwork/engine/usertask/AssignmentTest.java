package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskAlreadyClaimedException;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Who has a task, and what people change of it. */
class AssignmentTest extends UserTaskTest {
  private static final IdentityLink SALES = IdentityLink.group("sales", IdentityLink.CANDIDATE);
  private static final IdentityLink PETER = IdentityLink.user("peter", "reviewer");

  /**
   *
   *
   * <pre>
   * start --> call (user, for the group sales) --> end
   * </pre>
   */
  private static final BpmnModelInstance CALLING =
      Bpmn.createExecutableProcess("calling")
          .startEvent()
          .userTask("call")
          .operatonCandidateGroups("sales")
          .endEvent()
          .done();

  @Test
  void who_claims_a_task_has_it() {
    String id = started();
    engine.clock().advance(Duration.ofMinutes(1));

    tasks().claim(id, "mary");

    assertThat(only().assignee()).isEqualTo("mary");
    assertThat(only().lastUpdated()).isEqualTo(engine.clock().instant());
    assertThat(tasks().identityLinks(id))
        .containsExactly(IdentityLink.user("mary", IdentityLink.ASSIGNEE), SALES);
  }

  @Test
  void ones_own_task_can_be_claimed_again_but_nobody_elses() {
    String id = started();
    tasks().claim(id, "mary");

    tasks().claim(id, "mary");

    assertThatThrownBy(() -> tasks().claim(id, "peter"))
        .isExactlyInstanceOf(TaskAlreadyClaimedException.class)
        .hasMessage("Task '%s' is already claimed by someone else.", id);
    assertThat(only().assignee()).isEqualTo("mary");
  }

  @Test
  void a_task_that_was_given_back_can_be_claimed_by_anybody() {
    String id = started();
    tasks().claim(id, "mary");

    tasks().claim(id, null);

    assertThat(only().assignee()).isNull();
    tasks().claim(id, "peter");
    assertThat(only().assignee()).isEqualTo("peter");
  }

  @Test
  void of_many_who_claim_a_task_one_gets_it() throws Exception {
    String id = started();
    try (AtOnce atOnce = new AtOnce()) {
      List<Outcome<String>> outcomes =
          atOnce.run(
              8,
              i ->
                  () -> {
                    tasks().claim(id, "user-" + i);
                    return "user-" + i;
                  });

      List<Outcome<String>> winners =
          outcomes.stream().filter(outcome -> outcome.failure() == null).toList();
      assertThat(winners).extracting(Outcome::result).containsExactly(only().assignee());
      assertThat(outcomes)
          .filteredOn(outcome -> outcome.failure() != null)
          .hasSize(7)
          .allSatisfy(
              outcome ->
                  assertThat(outcome.failure())
                      .isExactlyInstanceOf(TaskAlreadyClaimedException.class));
    }
  }

  @Test
  void a_task_can_be_given_to_somebody_whoever_has_it() {
    String id = started();
    tasks().claim(id, "mary");

    tasks().setAssignee(id, "peter");
    tasks().setOwner(id, "paul");

    assertThat(only().assignee()).isEqualTo("peter");
    assertThat(only().owner()).isEqualTo("paul");
  }

  @Test
  void a_delegated_task_comes_back_to_its_owner() {
    String id = started();
    tasks().claim(id, "mary");

    tasks().delegateTask(id, "peter");

    assertThat(only().owner()).isEqualTo("mary");
    assertThat(only().assignee()).isEqualTo("peter");
    assertThat(only().details().delegationState()).isEqualTo(DelegationState.PENDING);

    tasks().resolveTask(id, Map.of("price", TypedValue.integer(30)));

    assertThat(only().assignee()).isEqualTo("mary");
    assertThat(only().details().delegationState()).isEqualTo(DelegationState.RESOLVED);
    assertThat(engine.runtime().variable(only().processInstanceId(), "price"))
        .contains(TypedValue.integer(30));
  }

  @Test
  void a_task_that_has_an_owner_keeps_it_when_it_is_delegated() {
    String id = started();
    tasks().setOwner(id, "paul");
    tasks().claim(id, "mary");

    tasks().delegateTask(id, "peter");

    assertThat(only().owner()).isEqualTo("paul");
  }

  @Test
  void everything_that_people_change_can_be_saved_at_once() {
    String id = started();
    TaskDetails details =
        new TaskDetails(
            "Call back",
            "by phone",
            "mary",
            "paul",
            DelegationState.PENDING,
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-03-01T12:00:00.123Z"),
            -5);

    tasks().saveTask(id, details);

    assertThat(only().details()).isEqualTo(details);
    tasks().saveTask(id, new TaskDetails(null, null, null, null, null, null, null, 0));
    assertThat(only().details())
        .isEqualTo(new TaskDetails(null, null, null, null, null, null, null, 0));
  }

  @Test
  void users_and_groups_can_have_to_do_with_a_task_in_many_ways() {
    String id = started();

    tasks().addIdentityLink(id, PETER);
    tasks().addIdentityLink(id, PETER);
    tasks().addIdentityLink(id, IdentityLink.user("mary", IdentityLink.ASSIGNEE));
    tasks().addIdentityLink(id, IdentityLink.user("paul", IdentityLink.OWNER));
    tasks().addIdentityLink(id, IdentityLink.user("peter", IdentityLink.CANDIDATE));

    assertThat(tasks().identityLinks(id))
        .containsExactly(
            IdentityLink.user("mary", IdentityLink.ASSIGNEE),
            IdentityLink.user("paul", IdentityLink.OWNER),
            SALES,
            PETER,
            IdentityLink.user("peter", IdentityLink.CANDIDATE));
    assertThat(only().assignee()).isEqualTo("mary");
    assertThat(only().owner()).isEqualTo("paul");
  }

  @Test
  void what_they_have_to_do_with_it_can_be_taken_back() {
    String id = started();
    tasks().addIdentityLink(id, PETER);
    tasks().addIdentityLink(id, IdentityLink.user("peter", IdentityLink.CANDIDATE));
    tasks().setAssignee(id, "mary");
    tasks().setOwner(id, "paul");

    tasks().deleteIdentityLink(id, PETER);
    tasks().deleteIdentityLink(id, PETER);
    tasks().deleteIdentityLink(id, SALES);
    tasks().deleteIdentityLink(id, IdentityLink.user("mary", IdentityLink.ASSIGNEE));
    tasks().deleteIdentityLink(id, IdentityLink.user("paul", IdentityLink.OWNER));

    assertThat(tasks().identityLinks(id))
        .containsExactly(IdentityLink.user("peter", IdentityLink.CANDIDATE));
  }

  @Test
  void a_link_has_a_type_and_is_of_either_a_user_or_a_group() {
    String id = started();

    for (IdentityLink link :
        List.of(
            new IdentityLink("peter", null, null),
            new IdentityLink(null, null, "reviewer"),
            new IdentityLink("peter", "sales", "reviewer"))) {
      assertThatThrownBy(() -> tasks().addIdentityLink(id, link))
          .isExactlyInstanceOf(NullValueException.class);
      assertThatThrownBy(() -> tasks().deleteIdentityLink(id, link))
          .isExactlyInstanceOf(NullValueException.class);
    }
    for (String type : List.of(IdentityLink.ASSIGNEE, IdentityLink.OWNER)) {
      assertThatThrownBy(() -> tasks().addIdentityLink(id, IdentityLink.group("sales", type)))
          .isExactlyInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("only a user is allowed");
    }
  }

  @Test
  void texts_have_their_limits() {
    String id = started();
    String tooLong = "x".repeat(256);

    for (ThrowingCallable command :
        List.<ThrowingCallable>of(
            () -> tasks().claim(id, tooLong),
            () -> tasks().setAssignee(id, tooLong),
            () -> tasks().setOwner(id, tooLong),
            () -> tasks().delegateTask(id, tooLong),
            () -> tasks().addIdentityLink(id, IdentityLink.user(tooLong, "reviewer")),
            () -> tasks().addIdentityLink(id, IdentityLink.user("peter", tooLong)))) {
      assertThatThrownBy(command)
          .isExactlyInstanceOf(ProcessEngineException.class)
          .extracting(e -> ((ProcessEngineException) e).code())
          .isEqualTo(ProcessEngineException.VALUE_TOO_LONG);
    }
  }

  @Test
  void nothing_is_done_to_a_task_that_does_not_exist() {
    for (ThrowingCallable command : onTask("unheard of")) {
      assertThatThrownBy(command)
          .isExactlyInstanceOf(NullValueException.class)
          .hasMessage("Cannot find task with id unheard of: task is null");
    }
    assertThatThrownBy(() -> tasks().identityLinks("unheard of"))
        .isExactlyInstanceOf(NullValueException.class);
    assertThat(tasks().task("unheard of")).isEmpty();
  }

  @Test
  void nothing_is_done_to_a_task_that_is_suspended() {
    ProcessInstance instance = start(CALLING);
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    Task task = only();

    for (ThrowingCallable command : onTask(task.id())) {
      assertThatThrownBy(command)
          .isExactlyInstanceOf(SuspendedEntityInteractionException.class)
          .hasMessage("ENGINE-03043 task with id '%s' is suspended.", task.id());
    }
    assertThat(only()).isEqualTo(task);
    assertThat(tasks().identityLinks(task.id())).containsExactly(SALES);
  }

  private static List<ThrowingCallable> onTask(String id) {
    return List.of(
        () -> tasks().claim(id, "mary"),
        () -> tasks().setAssignee(id, "mary"),
        () -> tasks().setOwner(id, "mary"),
        () -> tasks().delegateTask(id, "mary"),
        () -> tasks().resolveTask(id, Map.of()),
        () -> tasks().saveTask(id, new TaskDetails(null, null, null, null, null, null, null, 0)),
        () -> tasks().addIdentityLink(id, PETER),
        () -> tasks().deleteIdentityLink(id, SALES));
  }

  private static String started() {
    start(CALLING);
    return only().id();
  }
}
