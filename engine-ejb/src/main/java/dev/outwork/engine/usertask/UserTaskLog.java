package dev.outwork.engine.usertask;

import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.operation.VariableChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Records what users do with tasks. */
@Collaborator
@Dependent
class UserTaskLog {
  static final String CLAIM = "Claim";
  static final String ASSIGN = "Assign";
  static final String SET_OWNER = "SetOwner";
  static final String DELEGATE = "Delegate";
  static final String RESOLVE = "Resolve";
  static final String UPDATE = "Update";
  static final String COMPLETE = "Complete";

  private final OperationLog log;

  @Inject
  UserTaskLog(OperationLog log) {
    this.log = log;
  }

  /** What of a task has changed, if anything has. */
  void changed(String type, UserTaskRow task, TaskDetails now) {
    if (log.isWritten() && !now.equals(task.details())) {
      log.add(differences(of(Kind.TASK, type, task), task.details(), now));
    }
  }

  private static Operation differences(Operation operation, TaskDetails before, TaskDetails now) {
    Operation all = operation;
    all = difference(all, "assignee", before.assignee(), now.assignee());
    all = difference(all, "owner", before.owner(), now.owner());
    all = difference(all, "delegation", before.delegationState(), now.delegationState());
    all = difference(all, "name", before.name(), now.name());
    all = difference(all, "description", before.description(), now.description());
    all = difference(all, "priority", before.priority(), now.priority());
    all = difference(all, "dueDate", before.due(), now.due());
    return difference(all, "followUpDate", before.followUp(), now.followUp());
  }

  private static Operation difference(
      Operation operation, String property, Object before, Object now) {
    return Objects.equals(before, now) ? operation : operation.change(property, before, now);
  }

  void completed(UserTaskRow task) {
    log.add(of(Kind.TASK, COMPLETE, task).change("delete", false, true));
  }

  /** A candidate, or another link that is not a property of the task. */
  void linked(UserTaskRow task, IdentityLink link) {
    log.add(
        of(Kind.IDENTITY_LINK, "Add" + kindOf(link), task).change(link.type(), null, idOf(link)));
  }

  void unlinked(UserTaskRow task, IdentityLink link) {
    log.add(
        of(Kind.IDENTITY_LINK, "Delete" + kindOf(link), task)
            .change(link.type(), null, idOf(link)));
  }

  private static String kindOf(IdentityLink link) {
    return link.userId() == null ? "GroupLink" : "UserLink";
  }

  private static String idOf(IdentityLink link) {
    return link.userId() == null ? link.groupId() : link.userId();
  }

  void variablesChanged(
      UserTaskRow task, Map<String, ?> modifications, Collection<String> deletions) {
    log.add(of(Kind.VARIABLE, VariableChange.typeOf(modifications, deletions), task));
  }

  private static Operation of(Kind kind, String type, UserTaskRow task) {
    return Operation.of(kind, type)
        .on(Subject.TASK, task.id())
        .on(Subject.EXECUTION, task.activityInstanceId())
        .on(Subject.PROCESS_INSTANCE, task.processInstanceId());
  }
}
