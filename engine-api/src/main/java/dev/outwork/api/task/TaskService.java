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
 * What people do with user tasks. Users and groups are names that the engine does not check.
 *
 * <p>Unless it says otherwise, every command on one task throws {@link NullValueException} if the
 * task is unknown, completed or cancelled, and every command that changes a task throws {@link
 * SuspendedEntityInteractionException} if its process instance is suspended. Variables can always
 * be changed.
 */
public interface TaskService {
  /**
   * Makes a task a user's own if nobody else has it; claiming one's own task again is no fault.
   *
   * @param userId null gives the task back, whoever has it
   * @throws TaskAlreadyClaimedException if somebody else has it
   */
  void claim(String id, String userId);

  /**
   * Gives a task to a user, whoever has it.
   *
   * @param userId null: to nobody
   */
  void setAssignee(String id, String userId);

  /** {@code userId} may be null. */
  void setOwner(String id, String userId);

  /** Gives a task to a user who is to give it back; who has it now becomes its owner. */
  void delegateTask(String id, String userId);

  /**
   * Gives a delegated task back to its owner.
   *
   * @param variables set as by {@link #complete}
   */
  void resolveTask(String id, Map<String, TypedValue> variables);

  /** Replaces what people change of a task. */
  void saveTask(String id, TaskDetails details);

  /**
   * Ends the work and runs the instance to its next wait states in the same transaction.
   *
   * @param variables set where each name is found first, going outwards from the activity, else on
   *     the instance; variables of the task itself end with it
   */
  void complete(String id, Map<String, TypedValue> variables);

  /** The same; returns the variables of the process instance as they are then. */
  Map<String, TypedValue> completeWithVariablesInReturn(
      String id, Map<String, TypedValue> variables);

  /**
   * Ends the work with a BPMN error, which a boundary event catches; uncaught, it ends the path
   * silently.
   *
   * @param errorMessage may be null
   * @param variables set as by {@link #complete}, before the error is raised
   * @throws dev.outwork.api.BadUserRequestException if there is no code
   * @throws NotFoundException if there is no such task
   */
  void handleBpmnError(
      String id, String errorCode, String errorMessage, Map<String, TypedValue> variables);

  /**
   * Raises an escalation from a task, which ends only if the event that catches it interrupts it.
   *
   * @param variables set as by {@link #complete}, before the escalation is raised
   * @throws dev.outwork.api.BadUserRequestException if there is no code
   * @throws NotFoundException if there is no such task
   */
  void handleEscalation(String id, String escalationCode, Map<String, TypedValue> variables);

  /** Empty if it never existed, was completed or cancelled. */
  Optional<Task> task(String id);

  /** Open tasks only. */
  List<Task> tasks(ListQuery<TaskFilter, TaskSort> query);

  long countTasks(ListQuery<TaskFilter, TaskSort> query);

  /** The variables that a task sees: its own, then those from its activity outwards. */
  Map<String, TypedValue> variables(String id);

  /** One variable that a task sees. */
  Optional<TypedValue> variable(String id, String name);

  /**
   * Sets and removes variables in one transaction, where each name is found first, going outwards
   * from the task, else on the process instance. Removing what is not there is no fault.
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

  /** Assignee and owner first, if there are any. */
  List<IdentityLink> identityLinks(String id);

  /**
   * Says what a user or a group has to do with a task; what was said before is no fault.
   *
   * @throws NullValueException unless there is a type, and either a user or a group
   * @throws dev.outwork.api.ProcessEngineException if a group should be assignee or owner
   */
  void addIdentityLink(String id, IdentityLink link);

  /** Takes that back; what was never said is no fault. */
  void deleteIdentityLink(String id, IdentityLink link);
}
