package dev.outwork.api.instance;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts, lists, changes and deletes process instances. An <em>execution</em> is a process instance
 * or one of its running activities. Its id is valid wherever an execution id is expected, and
 * variables are resolved from it outwards.
 */
public interface RuntimeService {
  /**
   * Starts an instance and runs it to its next wait states, in one transaction.
   *
   * @param businessKey may be null
   * @param variables set on the instance before it starts
   * @throws dev.outwork.api.ProcessEngineException if there is no such definition, it is suspended,
   *     or a step before the next wait states fails
   */
  ProcessInstance startProcessInstance(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables);

  /**
   * Starts an instance elsewhere than at its start event.
   *
   * @param instructions executed in this order; if there are none, the instance starts at its none
   *     start event
   * @throws dev.outwork.api.ProcessEngineException as the other form, and if an instruction refers
   *     to an element that the definition does not have
   */
  ProcessInstance startProcessInstance(
      String processDefinitionId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions);

  /**
   * Starts an instance of the latest version of a process, as the other forms do.
   *
   * @param tenantId null for the definition without tenant
   * @param instructions may be empty
   * @return empty if no such process is deployed
   */
  Optional<ProcessInstance> startProcessInstanceByKey(
      String key,
      String tenantId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions);

  /**
   * Modifies an instance in one transaction: cancels and starts activities in the order of the
   * instructions. A scope that an instruction leaves empty ends before the next instruction; the
   * instance ends if it is empty at the end.
   *
   * @param skipIoMappings whether output parameters of cancelled activities are skipped
   * @throws dev.outwork.api.ProcessEngineException if no such instance is running
   * @throws dev.outwork.api.NotValidException if an instruction refers to an element that does not
   *     exist, or does not determine the scope instance to start in
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the instance is suspended and an
   *     instruction starts something
   */
  void modifyProcessInstance(
      String id, List<ModificationInstruction> instructions, boolean skipIoMappings);

  /**
   * The running activities of an instance, as a tree.
   *
   * @throws NotFoundException if no such instance is running
   */
  ActivityInstance activityInstances(String processInstanceId);

  /** Running instances; ended ones are in history. */
  List<ProcessInstance> processInstances(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query);

  /** The ids of the running instances that match. */
  List<String> processInstanceIds(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query);

  long countProcessInstances(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query);

  /** A running instance; empty if it has ended or never existed. */
  Optional<ProcessInstance> processInstance(String id);

  /**
   * Deletes a running instance; workers can no longer report on its external tasks.
   *
   * @param deleteReason may be null
   * @throws NotFoundException if no such instance is running
   */
  void deleteProcessInstance(String id, String deleteReason);

  /**
   * Deletes many instances in the background, each in a transaction of its own. An instance that is
   * no longer running counts as processed.
   *
   * @param deleteReason may be null
   * @throws dev.outwork.api.BadUserRequestException if there are no ids, an id is null, or there
   *     are more than {@link Batch#MOST_ELEMENTS}
   */
  Batch deleteProcessInstancesAsync(Collection<String> ids, String deleteReason);

  /**
   * Suspends or activates an instance. External tasks of a suspended instance cannot be fetched or
   * completed; their locks keep running. No token of it moves: everything that would move one, such
   * as the end of a called instance, is refused.
   *
   * @throws NotFoundException if no such instance is running
   */
  void setProcessInstanceSuspended(String id, boolean suspended);

  /**
   * Suspends or activates instances in one transaction. Instances that are in that state already,
   * have ended, or do not exist are ignored.
   */
  void setProcessInstancesSuspended(Collection<String> ids, boolean suspended);

  /** Running instances and activities. */
  List<Execution> executions(ListQuery<ExecutionFilter, ExecutionSort> query);

  long countExecutions(ListQuery<ExecutionFilter, ExecutionSort> query);

  /** A running execution; empty if it has ended or never existed. */
  Optional<Execution> execution(String id);

  /**
   * Creates an incident at a running activity, and one at each call activity above it. The
   * incidents end with the activity, unless somebody resolves them before.
   *
   * @param incidentType freely chosen by the caller
   * @param configuration freely chosen by the caller, may be null
   * @param message may be null
   * @throws dev.outwork.api.BadUserRequestException if there is no such execution, it is a process
   *     instance, or there is no type
   */
  Incident createIncident(
      String executionId, String incidentType, String configuration, String message);

  /**
   * The variables visible to an execution; inner ones hide outer ones of the same name.
   *
   * @throws NullValueException if there is no such execution
   */
  Map<String, TypedValue> variables(String executionId);

  /**
   * The variables of an execution itself.
   *
   * @throws NullValueException if there is no such execution
   */
  Map<String, TypedValue> variablesLocal(String executionId);

  /**
   * One variable visible to an execution.
   *
   * @throws NullValueException if there is no such execution
   */
  Optional<TypedValue> variable(String executionId, String name);

  /**
   * One variable of an execution itself.
   *
   * @throws NullValueException if there is no such execution
   */
  Optional<TypedValue> variableLocal(String executionId, String name);

  /**
   * Sets and removes variables in one transaction. Each name is set in the innermost scope, seen
   * from the execution, that has such a variable, otherwise on the process instance. Removing a
   * variable that does not exist is no error.
   *
   * @throws NullValueException if there is no such execution
   * @throws dev.outwork.api.SuspendedEntityInteractionException if a condition becomes true in a
   *     suspended instance
   */
  void changeVariables(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions);

  /**
   * Sets and removes variables of an execution itself, in one transaction. Removing a variable that
   * does not exist is no error.
   *
   * @throws NullValueException if there is no such execution
   * @throws dev.outwork.api.SuspendedEntityInteractionException as {@link #changeVariables}
   */
  void changeVariablesLocal(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions);

  /**
   * Variables of running instances, their running activities and their open tasks, without the
   * content of files and bytes.
   */
  List<VariableInstance> variableInstances(
      ListQuery<VariableInstanceFilter, VariableInstanceSort> query);

  long countVariableInstances(ListQuery<VariableInstanceFilter, VariableInstanceSort> query);

  /** One variable of a running instance, with its content; empty if there is none with this id. */
  Optional<VariableInstance> variableInstance(String id);
}
