package dev.outwork.rest.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskAlreadyClaimedException;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.task.TaskService;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.task.Requests.BpmnErrorDto;
import dev.outwork.rest.task.Requests.CompleteDto;
import dev.outwork.rest.task.Requests.EscalationDto;
import dev.outwork.rest.task.Requests.IdentityLinkDto;
import dev.outwork.rest.task.Requests.ResolveDto;
import dev.outwork.rest.task.Requests.UpdateDto;
import dev.outwork.rest.task.Requests.UserDto;
import dev.outwork.rest.variable.VariableValueDto;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Answers to refusals of the engine below the path of a task (docs/rest-api.md, "User tasks"). */
class TaskResourceTest {
  private static final ProcessEngineException UNKNOWN = new NullValueException("Cannot find task");
  private static final Map<String, VariableValueDto> UNREADABLE =
      Map.of("amount", new VariableValueDto("Integer", "many", null));

  @Test
  void a_refused_completion_or_resolution_is_500_with_a_prefix() {
    for (ProcessEngineException refusal :
        new ProcessEngineException[] {
          UNKNOWN, new SuspendedEntityInteractionException("task", "t")
        }) {
      TaskResource task = refusing(refusal);

      refused(
          () -> task.complete(new CompleteDto(null, false)),
          500,
          "RestException",
          "Cannot complete task t: " + refusal.getMessage());
      refused(
          () -> task.resolve(new ResolveDto(null)),
          500,
          "RestException",
          "Cannot resolve task t: " + refusal.getMessage());
    }
  }

  @Test
  void a_variable_that_cannot_be_read_is_400_with_the_same_prefix() {
    TaskResource task = refusing(UNKNOWN);

    refused(
        () -> task.complete(new CompleteDto(UNREADABLE, false)),
        400,
        "InvalidRequestException",
        "Cannot complete task t: Cannot convert value 'many' of type 'Integer'");
    refused(
        () -> task.resolve(new ResolveDto(UNREADABLE)),
        400,
        "InvalidRequestException",
        "Cannot resolve task t: Cannot convert value 'many' of type 'Integer'");
  }

  @Test
  void raising_from_a_missing_task_is_404_and_other_refusals_are_400() {
    BpmnErrorDto error = new BpmnErrorDto("code", null, null);
    EscalationDto escalation = new EscalationDto("code", null);
    TaskResource missing = refusing(new NotFoundException("not there"));
    TaskResource wrong = refusing(new BadUserRequestException("errorCode is null"));

    refused(() -> missing.bpmnError(error), 404, "RestException", "not there");
    refused(() -> missing.bpmnEscalation(escalation), 404, "RestException", "not there");
    refused(() -> wrong.bpmnError(error), 400, "RestException", "errorCode is null");
    refused(() -> wrong.bpmnEscalation(escalation), 400, "RestException", "errorCode is null");
  }

  @Test
  void other_commands_leave_it_to_the_exception() {
    TaskResource unknown = refusing(UNKNOWN);
    ProcessEngineException claimed = new TaskAlreadyClaimedException("already claimed");
    UserDto mary = new UserDto("mary");

    assertThatThrownBy(() -> unknown.claim(mary)).isSameAs(UNKNOWN);
    assertThatThrownBy(unknown::unclaim).isSameAs(UNKNOWN);
    assertThatThrownBy(() -> unknown.setAssignee(mary)).isSameAs(UNKNOWN);
    assertThatThrownBy(() -> unknown.delegate(mary)).isSameAs(UNKNOWN);
    assertThatThrownBy(() -> refusing(claimed).claim(mary)).isSameAs(claimed);
  }

  @Test
  void a_task_that_is_not_there_is_404() {
    TaskResource task =
        new TaskResource("t", service((method, arguments) -> Optional.empty()), null);

    refused(task::get, 404, "InvalidRequestException", "No matching task with id t");
    refused(
        () -> task.update(new UpdateDto(null, null, null, null, null, null, null, 0)),
        404,
        "InvalidRequestException",
        "No matching task with id t");
  }

  @Test
  void an_update_replaces_everything_but_a_delegation_that_is_not_sent() {
    TaskDetails before =
        new TaskDetails(
            "name", "text", "mary", "paul", DelegationState.PENDING, Instant.EPOCH, null, 50);
    Task task =
        new Task("t", before, "sign", "e", "i", "d", Instant.EPOCH, null, false, null, null);

    assertThat(new UpdateDto("new", null, null, null, null, null, null, 1).detailsOf(task))
        .isEqualTo(
            new TaskDetails("new", null, null, null, DelegationState.PENDING, null, null, 1));
    assertThat(
            new UpdateDto(null, null, null, null, DelegationState.RESOLVED, null, null, 1)
                .detailsOf(task)
                .delegationState())
        .isEqualTo(DelegationState.RESOLVED);
  }

  @Test
  void an_identity_link_is_of_a_user_or_of_a_group() {
    assertThat(new IdentityLinkDto("mary", null, "candidate").toIdentityLink())
        .isEqualTo(IdentityLink.user("mary", "candidate"));
    for (IdentityLinkDto sent :
        new IdentityLinkDto[] {
          new IdentityLinkDto("mary", "sales", "candidate"),
          new IdentityLinkDto(null, null, "candidate"),
          new IdentityLinkDto("mary", null, null)
        }) {
      refused(sent::toIdentityLink, 400, "InvalidRequestException", "Identity ");
    }
  }

  private static void refused(ThrowingCallable call, int status, String type, String message) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(call)
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(status);
              assertThat(refusal.body().type()).isEqualTo(type);
              assertThat(refusal.body().message()).startsWith(message);
            });
  }

  private static TaskResource refusing(ProcessEngineException refusal) {
    return new TaskResource(
        "t",
        service(
            (method, arguments) -> {
              throw refusal;
            }),
        null);
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static TaskService service(Answer answer) {
    return (TaskService)
        Proxy.newProxyInstance(
            TaskService.class.getClassLoader(),
            new Class<?>[] {TaskService.class},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments));
  }
}
