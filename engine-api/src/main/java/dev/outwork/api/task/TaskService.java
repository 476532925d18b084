package dev.outwork.api.task;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.variable.TypedValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * User tasks. Users and groups are names that the engine does not check.
 *
 * <p>Unless documented otherwise, every command on one task throws {@link NullValueException} if
 * the task is unknown, completed or cancelled, and every command that changes a task throws {@link
 * SuspendedEntityInteractionException} if its process instance is suspended. Variables can always
 * be changed.
 */
public interface TaskService {
  /**
   * Claims a task for a user, if no other user has claimed it; claiming one's own task again is no
   * error.
   *
   * @param userId null removes the assignee, whoever it is
   * @throws TaskAlreadyClaimedException if another user has claimed it
   */
  void claim(String id, String userId);

  /**
   * Assigns a task to a user, whoever has it.
   *
   * @param userId null removes the assignee
   */
  void setAssignee(String id, String userId);

  /**
   * Sets the owner of a task.
   *
   * @param userId may be null
   */
  void setOwner(String id, String userId);

  /** Delegates a task to a user, who is to return it; the current assignee becomes the owner. */
  void delegateTask(String id, String userId);

  /**
   * Returns a delegated task to its owner.
   *
   * @param variables set as by {@link #complete}
   */
  void resolveTask(String id, Map<String, TypedValue> variables);

  /** Replaces the attributes of a task that users can change. */
  void saveTask(String id, TaskDetails details);

  /**
   * Completes the task and runs the instance to its next wait states in the same transaction.
   *
   * @param variables set in the innermost scope, seen from the activity, that has a variable of
   *     that name, otherwise on the process instance; variables of the task itself end with it
   */
  void complete(String id, Map<String, TypedValue> variables);

  /**
   * Completes as {@link #complete} does, and returns the resulting variables of the process
   * instance.
   */
  Map<String, TypedValue> completeWithVariablesInReturn(
      String id, Map<String, TypedValue> variables);

  /**
   * Raises a BPMN error, which a boundary event catches; an uncaught error ends the path silently.
   *
   * @param errorMessage may be null
   * @param variables set as by {@link #complete}, before the error is raised
   * @throws dev.outwork.api.BadUserRequestException if there is no error code
   * @throws NotFoundException if there is no such task
   */
  void handleBpmnError(
      String id, String errorCode, String errorMessage, Map<String, TypedValue> variables);

  /**
   * Raises an escalation from a task. The task ends only if an interrupting event catches it.
   *
   * @param variables set as by {@link #complete}, before the escalation is raised
   * @throws dev.outwork.api.BadUserRequestException if there is no escalation code
   * @throws NotFoundException if there is no such task
   */
  void handleEscalation(String id, String escalationCode, Map<String, TypedValue> variables);

  /** An open task; empty if it never existed, was completed or cancelled. */
  Optional<Task> task(String id);

  /** Open tasks. */
  List<Task> tasks(ListQuery<TaskFilter, TaskSort> query);

  long countTasks(ListQuery<TaskFilter, TaskSort> query);

  /** How many open tasks that nobody has claimed are offered to each group, and to none. */
  List<TaskCountByCandidateGroup> countTasksByCandidateGroup();

  /** The variables visible to a task: its own, then those from its activity outwards. */
  Map<String, TypedValue> variables(String id);

  /** One variable visible to a task. */
  Optional<TypedValue> variable(String id, String name);

  /**
   * Sets and removes variables in one transaction, each in the innermost scope, seen from the task,
   * that has such a variable, otherwise on the process instance. Removing a variable that does not
   * exist is no error.
   */
  void changeVariables(
      String id, Map<String, TypedValue> modifications, Collection<String> deletions);

  /** The variables of the task itself. */
  Map<String, TypedValue> variablesLocal(String id);

  /** One variable of the task itself. */
  Optional<TypedValue> variableLocal(String id, String name);

  /** Sets and removes variables of the task itself. */
  void changeVariablesLocal(
      String id, Map<String, TypedValue> modifications, Collection<String> deletions);

  /** The identity links of a task; assignee and owner first, if there are any. */
  List<IdentityLink> identityLinks(String id);

  /**
   * Adds an identity link to a task; adding an existing link is no error.
   *
   * @throws NullValueException unless there is a type, and either a user or a group
   * @throws dev.outwork.api.ProcessEngineException if a group should become assignee or owner
   */
  void addIdentityLink(String id, IdentityLink link);

  /** Deletes an identity link; deleting a link that does not exist is no error. */
  void deleteIdentityLink(String id, IdentityLink link);
}
