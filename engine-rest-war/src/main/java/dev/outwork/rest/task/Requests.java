package dev.outwork.rest.task;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableValueDto;
import java.time.Instant;
import java.util.Map;

/** Requests on one task (docs/rest-api.md, "User tasks"). */
final class Requests {
  private Requests() {}

  record UserDto(String userId) {}

  record CompleteDto(Map<String, VariableValueDto> variables, boolean withVariablesInReturn) {}

  record ResolveDto(Map<String, VariableValueDto> variables) {}

  record BpmnErrorDto(
      String errorCode, String errorMessage, Map<String, VariableValueDto> variables) {}

  record EscalationDto(String escalationCode, Map<String, VariableValueDto> variables) {}

  /**
   * Replaces all attributes that users can change; an absent delegation state keeps the old one.
   */
  record UpdateDto(
      String name,
      String description,
      String assignee,
      String owner,
      DelegationState delegationState,
      Instant due,
      Instant followUp,
      int priority) {

    TaskDetails detailsOf(Task task) {
      DelegationState state =
          delegationState == null ? task.details().delegationState() : delegationState;
      return new TaskDetails(name, description, assignee, owner, state, due, followUp, priority);
    }
  }

  record IdentityLinkDto(String userId, String groupId, String type) {
    static IdentityLinkDto of(IdentityLink link) {
      return new IdentityLinkDto(link.userId(), link.groupId(), link.type());
    }

    IdentityLink toIdentityLink() {
      if (userId != null && groupId != null) {
        throw RestException.invalidRequest(
            "Identity Link requires userId or groupId, but not both.");
      }
      if (userId == null && groupId == null) {
        throw RestException.invalidRequest("Identity Link requires userId or groupId.");
      }
      if (type == null) {
        throw RestException.invalidRequest("Identity link type is required.");
      }
      return new IdentityLink(userId, groupId, type);
    }
  }
}
